// Before anything is drawn: the theme that was chosen last, so that a dark room sees no flash of white.
try {
  const theme = localStorage.getItem("vedette.theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {
  // A browser may refuse storage; the system's theme holds then.
}
