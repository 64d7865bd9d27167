// The error summary takes focus when a page opens with one, so that it is the first thing heard.

document.querySelector('[data-take-focus]')?.focus();
