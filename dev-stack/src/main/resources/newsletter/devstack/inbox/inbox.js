// Loads the list again when mail has come.
const shown = document.getElementById('count').dataset.count;

async function look() {
  const answer = await fetch('/count').catch(() => null);
  if (answer?.ok && (await answer.text()) !== shown) {
    location.reload();
  }
}

setInterval(look, 2000);
