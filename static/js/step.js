// A step of a form: numbers the saves, tells when one fails, counts characters, sends files as they are chosen.
// Everything here is a comfort; the page works without it.

const COUNT_IS_SPOKEN_AFTER = 1000;

const form = document.getElementById('step-form');
let saves = Number(form.elements.order.value);

// Of two saves that overtake each other on the way, the server keeps the one with the greater number.
function numberTheSave() {
  saves += 1;
  form.elements.order.value = String(saves);
}

function trouble(text) {
  const told = document.createElement('span');
  told.className = 'trouble';
  told.textContent = text;
  document.getElementById('save-status').replaceChildren(told);
}

// Once a button has been pressed its answer is what counts: no save of our own may overtake it.
let isLeaving = false;

form.addEventListener('htmx:configRequest', (event) => {
  if (isLeaving) {
    event.preventDefault();
    return;
  }
  numberTheSave();
  event.detail.parameters.set('order', form.elements.order.value);
});

form.addEventListener('submit', () => {
  isLeaving = true;
  numberTheSave();
});

// Back from another page, or from a language that was looked at: saving goes on.
window.addEventListener('pageshow', () => {
  isLeaving = false;
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

// Files go up as they are chosen, by the button that is there for those without JavaScript.
form.addEventListener(
  'change',
  (event) => {
    const input = event.target;
    if (input.dataset.upload && input.files.length > 0) {
      event.stopPropagation();
      const buttons = [...form.querySelectorAll('button[name="do"]')];
      form.requestSubmit(buttons.find((button) => button.value === input.dataset.upload));
    }
  },
  true,
);

let spoken;

form.addEventListener('input', (event) => {
  const told = document.querySelector(`[data-count-for="${CSS.escape(event.target.name)}"]`);
  if (told) {
    const left = Number(told.dataset.limit) - [...event.target.value].length;
    const text = (left < 0 ? told.dataset.over : told.dataset.left).replace('{n}', String(Math.abs(left)));
    told.textContent = text;
    // Read aloud only in a pause, so that it doesn't talk over the typing.
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      document.getElementById('count-status').textContent = text;
    }, COUNT_IS_SPOKEN_AFTER);
  }
});
