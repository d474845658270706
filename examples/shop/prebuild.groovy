// Maven may be quiet, and this takes a minute, so a word beforehand.
new FileOutputStream(FileDescriptor.out).write("\n  The tests of examples/shop run twice now, without the plugin and with it.\n".getBytes('UTF-8'))
return true
