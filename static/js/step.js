// A step of a form: numbers the saves, tells when one fails, counts characters, sends files as they are chosen.
// Everything here is a comfort; the page works without it.

const form = document.getElementById('step-form');
let saves = 0;

function numberTheSave() {
  saves += 1;
  form.elements.order.value = String(saves);
  return saves;
}

function trouble(text) {
  const status = document.getElementById('save-status');
  status.textContent = text;
  status.classList.add('save-status--trouble');
}

form.addEventListener('htmx:configRequest', (event) => {
  event.detail.parameters.set('order', String(numberTheSave()));
});

form.addEventListener('submit', () => {
  numberTheSave();
});

// A save that was led to the sign-in page must not pass for a save.
form.addEventListener('htmx:beforeSwap', (event) => {
  const answered = new URL(event.detail.xhr.responseURL || location.href);
  if (answered.pathname !== location.pathname) {
    event.detail.shouldSwap = false;
    trouble(form.dataset.signedOut);
  }
});

for (const name of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  form.addEventListener(name, () => trouble(form.dataset.notSaved));
}

form.addEventListener('change', (event) => {
  const input = event.target;
  if (!input.dataset.upload || !input.files.length) {
    return;
  }
  event.stopImmediatePropagation();
  const button = [...form.querySelectorAll('button[name="do"]')].find((one) => one.value === input.dataset.upload);
  form.requestSubmit(button);
}, true);

form.addEventListener('input', (event) => {
  const told = form.querySelector(`[data-count-for="${CSS.escape(event.target.name)}"]`);
  if (!told) {
    return;
  }
  const left = Number(told.dataset.limit) - [...event.target.value.replaceAll('\r\n', '\n')].length;
  told.textContent = (left < 0 ? told.dataset.over : told.dataset.left).replace('{n}', String(Math.abs(left)));
});
