/** Whether the page is dark where `element` stands: by the first background that is not transparent, from there outwards. */
export function isDark(element: Element): boolean {
  // Not by `parentElement`: for a form that is whatever field of it has this name, and going up would never end.
  const outwards = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  outwards.currentNode = element;
  for (let at = outwards.parentNode(); at instanceof Element; at = outwards.parentNode()) {
    const { backgroundColor } = getComputedStyle(at);
    const [red = 0, green = 0, blue = 0, alpha = 1] = (backgroundColor.match(/[\d.]+/g) ?? []).map(Number);
    // Relative luminance after WCAG 2.2, without its gamma: enough to tell light from dark. What is not in RGB begins with how light it is, mostly: `oklch(0.98 0 0)`, `lab(98 0 0)`.
    if (alpha > 0.5) return (backgroundColor < 'r' ? red * (red > 1 ? 2.55 : 255) : 0.2126 * red + 0.7152 * green + 0.0722 * blue) < 110;
  }
  return getComputedStyle(document.documentElement).colorScheme === 'dark';
}
