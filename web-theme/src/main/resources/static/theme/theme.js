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
})();
