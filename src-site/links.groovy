// `mvn site` runs this last: each link between pages of the site, and each image, leads to something that is there.
def site = new File(directory).canonicalFile
def pages = [:]
site.eachFileRecurse { if (it.name.endsWith('.html')) { pages[it.canonicalPath] = it.getText('UTF-8') } }
def anchors = pages.collectEntries { path, html ->
    [path, (html =~ /\b(?:id|name)="([^"]*)"/).collect { it[1] } as Set]
}
def unescape = { it.replace('&amp;', '&').replace('&#x2F;', '/').replace('&lt;', '<').replace('&gt;', '>') }
def dead = new TreeSet()
def count = 0
pages.each { path, html ->
    // Pages of Javadoc have thousands of links, and Javadoc has looked at them itself.
    if (path.contains("${File.separator}apidocs${File.separator}")) {
        return
    }
    (html =~ /\b(?:href|src)="([^"]*)"/).collect { unescape(it[1]) }.each { String target ->
        if (target ==~ /(?i)(https?:|mailto:|javascript:|data:|\/\/).*/ || target.isEmpty()) {
            return
        }
        count++
        def parts = target.split('#', 2)
        def file = parts[0].isEmpty() ? new File(path) : new File(new File(path).parentFile, URLDecoder.decode(parts[0].split(/\?/, 2)[0], 'UTF-8')).canonicalFile
        def page = file.isDirectory() ? new File(file, 'index.html') : file
        def anchor = parts.length == 2 ? URLDecoder.decode(parts[1], 'UTF-8') : ''
        if (!page.isFile() || !(anchor.isEmpty() || anchor == 'top' || !anchors.containsKey(page.path) || anchors[page.path].contains(anchor))) {
            dead.add("${site.toPath().relativize(new File(path).toPath())} → $target")
        }
    }
}
if (!dead.isEmpty()) {
    throw new IllegalStateException("Links of the site that lead nowhere:\n  ${dead.join('\n  ')}")
}
if (pages.size() < 20) {
    throw new IllegalStateException("Only ${pages.size()} pages in $site: the site is not complete.")
}
log.info("$count links of ${pages.size()} pages lead somewhere: ${new File(site, 'index.html')}")
