// Small comforts for browsers that run scripts. Pages are complete without this file: what it
// serves is marked up `hidden`, and shown here only when it will work.
(() => {
  'use strict';

  // The summary of errors is what a person needs first after a form came back.
  const summary = document.querySelector('.govuk-error-summary');
  if (summary) {
    summary.setAttribute('tabindex', '-1');
    summary.focus();
  }

  const absolute = (address) => new URL(address, location.href).href;

  document.querySelectorAll('[data-share]').forEach((button) => {
    if (navigator.share) {
      button.hidden = false;
      button.addEventListener('click', () => {
        navigator.share({ title: document.title, url: absolute(button.dataset.share) }).catch(() => {});
      });
    }
  });

  document.querySelectorAll('[data-copy]').forEach((button) => {
    if (navigator.clipboard) {
      button.hidden = false;
      button.addEventListener('click', () => {
        navigator.clipboard.writeText(absolute(button.dataset.copy)).then(() => {
          button.textContent = button.dataset.copied || button.textContent;
        });
      });
    }
  });

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // While very many forms reach the city, a form comes with a puzzle, in the manner of ALTCHA: which number, behind the salt,
  // has this SHA-256? Found while a person reads; the form waits for it if they are faster.
  document.querySelectorAll('input[data-challenge]').forEach((field) => {
    if (!window.crypto || !crypto.subtle) {
      return;
    }
    const { salt, challenge, signature, maxnumber } = field.dataset;
    const sha256 = async (text) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
    };
    const solve = async () => {
      for (let number = 0; number <= Number(maxnumber); number++) {
        if (await sha256(salt + number) === challenge) {
          field.value = btoa(JSON.stringify({ algorithm: 'SHA-256', challenge, number, salt, signature }));
          return;
        }
      }
    };
    const solved = solve();
    let waiting = false;
    field.form.addEventListener('submit', (event) => {
      if (field.value || event.defaultPrevented) {
        return;
      }
      event.preventDefault();
      if (!waiting) {
        waiting = true;
        field.form.querySelectorAll('[role=status][data-text]').forEach((status) => {
          status.textContent = status.dataset.text;
        });
        // Solved or not: without a proof the form is taken as it is without scripts.
        solved.catch(() => {}).then(() => HTMLFormElement.prototype.submit.call(field.form));
      }
    });
  });
})();
