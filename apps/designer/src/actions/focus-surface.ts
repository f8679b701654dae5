/** Gives the focus to the canvas or the outline, whichever is shown. */
export function focusSurface(): void {
  document.querySelector<HTMLElement>('[data-surface] [tabindex="0"]')?.focus();
}

/** What was removed cannot keep the focus: it goes to where it was, instead of nowhere. */
export function keepFocusOnSurface(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusSurface();
  });
}
