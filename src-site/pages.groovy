// `mvn site` runs this first. The pages of the site are the files that a code host shows: README.md is its front page, what is in
// src-site follows, and links are changed to lead from page to page. Only pages are links in the site; what is a file of the
// source tree leads to the code host, or is plain text as long as the POM names none.
def root = project.basedir.canonicalFile
def out = new File(project.build.directory, 'generated-site')
def markdown = new File(out, 'markdown')
[markdown, new File(out, 'resources')].each { it.deleteDir(); it.mkdirs() }

// Path in the source tree → path in the site.
def pages = ['README.md': 'index.md', 'CONTRIBUTING.md': 'contributing.md', 'CHANGELOG.md': 'changelog.md', 'SECURITY.md': 'security.md',
        'src-site/index.md': 'contents.md', 'it/benchmark/README.md': 'measurements.md', 'examples/shop/README.md': 'example.md']
new File(root, 'src-site').eachFileRecurse { file ->
    def path = root.toPath().relativize(file.toPath()).toString().replace('\\', '/')
    if (path.endsWith('.md') && !pages.containsKey(path)) {
        pages[path] = path - 'src-site/'
    }
}
def decisions = pages.values().findAll { it.startsWith('decisions/') }.sort().reverse()
def folders = ['src-site/decisions': 'decisions/index.md', 'src-site': 'contents.md', 'examples/shop': 'example.md',
        'it/benchmark': 'measurements.md', 'LICENSE': 'LICENSE.txt']

def relative = { String from, String to ->
    def parent = new File('/' + from).parentFile.toPath()
    parent.relativize(new File('/' + to).toPath()).toString().replace('\\', '/')
}
// As code hosts make them of headings.
def slug = { String heading ->
    heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/, '$1').toLowerCase(Locale.ROOT).replaceAll(/[^\p{L}\p{N}_ -]/, '').replace(' ', '-')
}
def link = { String path, String page, String text, String target ->
    if (target ==~ /(https?:|mailto:|#).*/) {
        return "[$text]($target)"
    }
    def (String file, String anchor) = (target.split('#', 2) as List) + [null]
    def source = new File('/' + path).parentFile.toPath().resolve(file).normalize().toString().replace('\\', '/').substring(1)
    def known = pages[source] ?: folders[source] ?: (source.startsWith('src-site/images/') ? source - 'src-site/' : null)
    if (known != null) {
        return "[$text](${relative(page, known)}${anchor == null ? '' : '#' + anchor})"
    }
    project.scm?.url ? "[$text](${project.scm.url}/tree/HEAD/$source)" : text
}

pages.each { path, page ->
    def seen = [:].withDefault { 0 }
    def prose = { String text ->
        def anchored = text.readLines().collect { line ->
            def heading = line =~ /^(#{1,6}) (.*)/
            if (!heading) {
                return line
            }
            def id = slug(heading.group(2))
            def number = seen[id]++
            "${heading.group(1)} <a id=\"${number == 0 ? id : id + '-' + number}\"></a>${heading.group(2)}"
        }.join('\n')
        anchored.replaceAll(/\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/) { all, words, target -> link(path, page, words, target) }
                .replace('src="src-site/images/', 'src="images/')
    }
    // A fence begins a piece, and every other fence begins code.
    def pieces = new File(root, path).getText('UTF-8').split(/(?m)^(?=```)/)
    def code = false
    def text = pieces.collect { piece ->
        if (!piece.startsWith('```')) {
            return prose(piece)
        }
        code = !code
        code ? piece.replaceFirst(/\n$/, '') : '```' + prose(piece.substring(3))
    }.join('\n')
    def file = new File(markdown, page)
    file.parentFile.mkdirs()
    file.setText(text + '\n', 'UTF-8')
}

def list = decisions.collect { page ->
    def title = new File(markdown, page).readLines('UTF-8')[0].replaceAll(/<a id="[^"]*"><\/a>/, '').replaceFirst(/^# /, '')
    def date = page.substring('decisions/'.length(), 'decisions/2026-01-01'.length())
    "- $date: [${title - (date + ': ')}](${page - 'decisions/'})"
}
new File(markdown, 'decisions/index.md').setText((['# Decisions', '', 'What was decided, when, and why; the newest first. Each page is as it was written on its day.', ''] + list).join('\n') + '\n', 'UTF-8')

new File(root, 'src-site/images').eachFile { new File(out, 'resources/images').mkdirs(); new File(out, "resources/images/${it.name}").bytes = it.bytes }
new File(out, 'resources/LICENSE.txt').bytes = new File(root, 'LICENSE').bytes
// The pages about the plugin's goals are in a folder of the site; their navigation is the same, one level up.
def descriptor = new File(root, 'src-site/site.xml').getText('UTF-8').replaceAll(/href="(?!https?:)/, 'href="../')
def folder = new File(project.build.directory, 'site-of-the-plugin')
def css = new File(folder, 'resources/css')
css.mkdirs()
new File(css, 'site.css').bytes = new File(root, 'src-site/resources/css/site.css').bytes
new File(folder, 'site.xml').setText(descriptor, 'UTF-8')
log.info("${pages.size() + 1} pages of the site prepared in $markdown")
