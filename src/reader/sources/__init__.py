"""Where articles come from: files, folders, the web, standard input."""
