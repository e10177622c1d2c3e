/**
 * What the page of a client room does, as plain ES2020 that follows `RECOMPUTE_SCRIPT` in the one inline script: counts figures
 * again, opens the rows of one, takes comments and hands them over as a file. It writes texts as texts, never as markup; asks
 * nothing of anybody, keeps nothing outside the page, and warns before comments that were not handed over are lost.
 */
export const PAGE_SCRIPT = `
(function () {
  var room = JSON.parse(document.getElementById('room').content.textContent), words = room.words;
  var write = new Intl.NumberFormat(room.language, { maximumFractionDigits: 1 });
  var dates = new Intl.DateTimeFormat(room.language === 'it' ? 'it-IT' : 'en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  var PAGE_ROWS = 25, HOUR = 3600, comments = [], handedOver = 0;
  function fill(text, values) {
    return text.replace(/\\{(\\w+)\\}/g, function (whole, key) { return key in values ? String(values[key]) : whole; });
  }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }
  function each(selector, within, act) {
    Array.prototype.forEach.call((within || document).querySelectorAll(selector), act);
  }
  function inUnit(value, unit) {
    if (unit === 'share') return write.format(value * 100) + ' %';
    return unit === 'seconds' ? fill(words.hours, { n: write.format(value) }) : write.format(value);
  }
  // a table keeps a curve's share to half a thousandth, a wait to the second
  var ALLOWED = { share: 0.001, seconds: 1 / HOUR, count: 0 };
  function verdict(figure) {
    var again = recomputed(room.rows, figure.measure), rows = write.format(again.n);
    if (again.low === null) return { text: fill(words.unknown, { rows: rows }), agrees: null };
    var same = Math.abs(again.high - again.low) < 1e-9;
    var said = fill(same ? words.exact : words.between, { rows: rows, value: inUnit(again.high, figure.unit), low: inUnit(again.low, figure.unit), high: inUnit(again.high, figure.unit) });
    if (figure.missing > 0) return { text: said + ' ' + fill(words.partly, { missing: write.format(figure.missing) }), agrees: null };
    var value = figure.unit === 'seconds' ? figure.value / HOUR : figure.value;
    var agrees = value >= again.low - ALLOWED[figure.unit] - 1e-9 && value <= again.high + ALLOWED[figure.unit] + 1e-9;
    return { text: said + ' ' + (agrees ? words.same : words.other), agrees: agrees };
  }
  function askedText(row) {
    if (row[3] < 0) return words.notKnown;
    var day = dates.format(new Date(row[3] * HOUR * 1000));
    return row[5] >= 2 ? day : fill(words.atHour, { day: day, n: ((row[3] % 24) + 24) % 24 });
  }
  function rowCells(row) {
    var kinds = room.kinds.filter(function (name, at) { return (row[2] & (1 << at)) !== 0; }).join(', ');
    return [row[0] === 0 ? words.unknownVoice : fill(words.voice, { n: row[0] }), row[1] < 0 ? words.otherNetworks : room.networks[row[1]], kinds, askedText(row), row[4] < 0 ? words.notKnown : write.format(row[4]), (row[5] & 1) === 1 ? words.yes : words.no];
  }
  function evidence(figure, host) {
    var rows = rowsOf(room.rows, figure.measure), first = 0;
    var scroll = make('div', 'table-scroll'), table = make('table'), body = make('tbody'), head = make('tr'), place = make('p', 'room-range');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'group');
    scroll.setAttribute('aria-label', fill(words.rows, { label: figure.label }));
    ['voice', 'network', 'kinds', 'asked', 'waited', 'answered'].forEach(function (key) {
      var cell = make('th', key === 'waited' ? 'number' : '', words.columns[key]);
      cell.scope = 'col';
      head.append(cell);
    });
    var top = make('thead');
    top.append(head);
    table.append(make('caption', '', fill(words.rows, { label: figure.label })), top, body);
    scroll.append(table);
    var back = make('button', '', words.previous), on = make('button', '', words.next);
    back.type = on.type = 'button';
    place.setAttribute('role', 'status');
    function draw() {
      body.replaceChildren();
      rows.slice(first, first + PAGE_ROWS).forEach(function (row) {
        var line = make('tr');
        rowCells(row).forEach(function (text, at) {
          var cell = make(at === 0 ? 'th' : 'td', at === 4 ? 'number' : '', text);
          if (at === 0) cell.scope = 'row';
          line.append(cell);
        });
        body.append(line);
      });
      place.textContent = fill(words.range, { from: write.format(rows.length === 0 ? 0 : first + 1), to: write.format(Math.min(rows.length, first + PAGE_ROWS)), of: write.format(rows.length) });
      back.disabled = first === 0;
      on.disabled = first + PAGE_ROWS >= rows.length;
    }
    back.addEventListener('click', function () { first -= PAGE_ROWS; draw(); });
    on.addEventListener('click', function () { first += PAGE_ROWS; draw(); });
    var bar = make('div', 'room-bar');
    bar.append(back, on, place);
    host.append(scroll, bar);
    draw();
  }
  function file() {
    var author = document.getElementById('room-author').value.trim();
    return JSON.stringify({ format: 'tribuna-comments', version: 1, deliverable: room.deliverable, seal: room.seal, report: { title: room.title, day: room.day }, author: author, comments: comments }, null, 1);
  }
  function drawComments() {
    each('.room-comments', null, function (list) {
      list.replaceChildren();
      comments.forEach(function (comment, at) {
        if (comment.page !== list.dataset.page) return;
        var item = make('li'), remove = make('button', '', words.remove);
        remove.type = 'button';
        remove.setAttribute('aria-label', fill(words.removeOf, { n: at + 1 }));
        remove.addEventListener('click', function () { comments.splice(at, 1); drawComments(); });
        item.append(make('b', '', comment.about), make('p', '', comment.text), remove);
        list.append(item);
      });
    });
    document.getElementById('room-count').textContent = comments.length === 0 ? words.none : fill(words.count, { n: write.format(comments.length) });
    document.getElementById('room-file').value = comments.length === 0 ? '' : file();
    document.getElementById('room-download').disabled = comments.length === 0;
  }
  each('.room-tools', null, function (tools) { tools.hidden = false; });
  each('.room-off', null, function (notice) { notice.remove(); });
  room.figures.forEach(function (figure) {
    each('[data-figure]', null, function (item) {
      if (item.dataset.figure !== figure.key) return;
      var answer = verdict(figure), again = item.querySelector('.room-again'), open = item.querySelector('button'), host = item.querySelector('.room-rows');
      again.textContent = answer.text;
      item.dataset.agrees = String(answer.agrees);
      open.addEventListener('click', function () {
        var shown = host.hidden;
        if (shown && host.childElementCount === 0) evidence(figure, host);
        host.hidden = !shown;
        open.setAttribute('aria-expanded', String(shown));
        open.textContent = shown ? words.hide : words.show;
        open.setAttribute('aria-label', fill(words.showOf, { show: open.textContent, label: figure.label }));
      });
    });
  });
  each('form.room-comment', null, function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var text = form.querySelector('textarea'), about = form.querySelector('select');
      if (text.value.trim() === '') return;
      var chosen = about.options[about.selectedIndex], figure = room.figures.filter(function (one) { return 'figure:' + one.key === about.value; })[0];
      comments.push({ page: form.dataset.page, figure: about.value, about: chosen.textContent, written: figure === undefined ? '' : figure.written, text: text.value.trim(), at: new Date().toISOString() });
      text.value = '';
      drawComments();
    });
  });
  document.getElementById('room-author').addEventListener('input', drawComments);
  document.getElementById('room-download').addEventListener('click', function () {
    var link = document.createElement('a'), status = document.getElementById('room-status');
    if (document.getElementById('room-author').value.trim() === '') { status.textContent = words.nameless; document.getElementById('room-author').focus(); return; }
    link.href = URL.createObjectURL(new Blob([file()], { type: 'application/json' }));
    link.download = room.deliverable.slice(0, 8) + '-' + room.day + '.comments.json';
    document.body.append(link);
    link.click();
    link.remove();
    status.textContent = link.download;
    handedOver = comments.length;
  });
  window.addEventListener('beforeunload', function (event) { if (comments.length > handedOver) event.preventDefault(); });
  drawComments();
})();
`;
