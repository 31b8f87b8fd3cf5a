// Every piece of text whose contrast with what is behind it is below what WCAG 2.2 AA asks for.
const channel = value => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const parts = colour => colour.match(/[\d.]+/g).map(Number);
const luminance = colour => {
  const [r, g, b] = parts(colour);
  return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
};
const background = element => {
  for (let at = element; at; at = at.parentElement) {
    const [, , , alpha] = parts(getComputedStyle(at).backgroundColor);
    if (alpha !== 0) {
      return getComputedStyle(at).backgroundColor;
    }
  }
  return 'rgb(255, 255, 255)';
};
const faint = [];
for (const element of document.body.querySelectorAll('*')) {
  const hasText = Array.from(element.childNodes).some(node => node.nodeType === 3 && node.data.trim() !== '');
  if (!hasText || element.closest('.unseen, script') || element.getClientRects().length === 0) {
    continue;
  }
  const [one, other] = [luminance(getComputedStyle(element).color), luminance(background(element))];
  const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  if (contrast < 4.5) {
    faint.push(contrast.toFixed(2) + ' ' + element.tagName + '.' + element.className + ' ' + element.textContent.trim().slice(0, 30));
  }
}
return faint;
