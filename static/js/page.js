// On every page: the error summary takes focus, and a form that sends something away is sent once.

document.querySelector('[data-take-focus]')?.focus();

for (const form of document.querySelectorAll('form[data-send-once]')) {
  let isSent = false;
  form.addEventListener('submit', (event) => {
    if (isSent) {
      event.preventDefault();
    }
    isSent = true;
  });
}

// Coming back with the browser's Back button to a page that was kept in memory: it may be sent again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted && document.querySelector('form[data-send-once]')) {
    location.reload();
  }
});
