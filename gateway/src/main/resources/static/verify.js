// A code that came in the address moves into the form, which sends it where no log sees it.
const code = location.hash.slice(1);
if (code) {
  history.replaceState(null, "", location.pathname + location.search);
  const field = document.getElementById("code");
  field.value = code;
  field.form.submit();
}
