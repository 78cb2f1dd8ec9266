'use strict';
(() => {
  const data = id => JSON.parse(document.getElementById(id).textContent);
  const summary = data('summary');
  const part = data('part');
  const byId = id => document.getElementById(id);

  const status = {explained: 'explained', question: 'needs a question to the authors'};

  /* Texts are only ever set as text, so that no name of a file can become markup. */
  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === 'class') made.className = value;
      else made[name] = value;
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  }

  const name = path => path.split(/[\\/]/).pop();
  const percent = share => (100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1) + ' %';
  const count = (n, one, many) => n + ' ' + (n === 1 ? one : many);

  function table(headings, rows) {
    const cell = (tag, value) => element(tag,
      {class: typeof value === 'number' ? 'number' : ''}, String(value));
    return element('table', {},
      headings && element('thead', {}, element('tr', {},
        ...headings.map((text, i) =>
          element('th', {class: rows.length && typeof rows[0][i] === 'number' ? 'number' : ''}, text)))),
      element('tbody', {}, ...rows.map(row => element('tr', {},
        ...row.map((value, i) => cell(!headings && i === 0 ? 'th' : 'td', value))))));
  }

  /* Every value of an object with the way to it. */
  function leaves(value, path) {
    if (value === null || typeof value !== 'object') return [[path, String(value)]];
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(inner, (path ? path + ', ' : '') + key.replace(/_/g, ' ')));
  }

  /* What the figures that travel with a model are, in words; shares are shown in per cent. */
  const figures = {
    pixel_f1: ['Pixel F1 on forged images (1: the whole forgery and nothing else)'],
    pixel_iou: ['Overlap of the regions with the forgery (IoU, 1: exact)'],
    pixel_auc: ['Pixel AUC on forged images (0.5: chance, 1: perfect)'],
    authentic_pixels_flagged: ['False alarms: pixels of untouched images above the threshold', percent],
    authentic_images_flagged: ['False alarms: untouched images with more than 1 % of their pixels above it', percent],
    authentic_images_with_region: ['False alarms: untouched images with any region for review', percent],
    image_auc: ['Forged or untouched, by the highest probability (AUC; 0.5: chance, 1: perfect)'],
  };

  function errorRates(measured, options) {
    const here = measured && measured[options.mode];
    if (!here) {
      return [element('p', {}, 'Not measured for the model ' + summary.model.name + ' in ' + options.mode
        + ' mode: its error rates for this mode are unknown.')];
    }
    const shown = (value, as) => as ? as(value) : value.toFixed(2);
    const rows = Object.keys(figures).filter(key => key in here).map(key => {
      const [label, as] = figures[key];
      const range = (here.intervals_95 || {})[key];
      return [label, shown(here[key], as),
        range ? shown(range[0], as) + ' to ' + shown(range[1], as) : ''];
    });
    const others = differences({...assumed, ...here}, options);
    return [
      element('p', {}, 'The model ' + summary.model.name + ' in ' + options.mode + ' mode, threshold '
        + here.threshold + ', regions of at least ' + here.min_area + ' pixels, measured on '
        + measured.data + '. On other kinds of images it may be wrong more often.'),
      table(['Figure', 'Measured', '95 % interval'], rows),
      ...(measured.elsewhere || []).map(words => element('p', {}, words)),
      others.length === 0 ? null : element('p', {}, element('b', {}, 'This screening used other settings: '
        + others.join('; ') + '. How often it is wrong with these was not measured; the error rates above do not'
        + ' apply to it.')),
    ].filter(part => part !== null);
  }

  /* How figures were measured that do not say it: as the evaluation measured then unless told otherwise. */
  const assumed = {copies: 'off', compression: 'on', seams: 'off', grain: 'off'};

  /* The settings that change what is flagged, but for panels: what was measured on are photographs. Paper mode
     leaves the map as published, whatever else is found. */
  function differences(measured, options) {
    const settings = [['threshold', 'threshold'], ['minimum area', 'min_area'],
      ...(options.mode === 'paper' ? [] : ['copies', 'compression', 'seams', 'grain'].map(evidence => [evidence, evidence]))];
    return settings.filter(([, key]) => options[key] !== measured[key])
      .map(([name, key]) => name + ' ' + options[key] + ' (measured with ' + measured[key] + ')');
  }

  function calibration({profile, threshold}) {
    const range = profile.measured_interval;
    return 'The profile "' + profile.name + '" sets the threshold ' + threshold + ', above which no more than '
      + percent(profile.rate) + ' of untouched ' + profile.of + ' should be flagged. On the '
      + count(profile.images, 'image', 'images') + ' it was made from, ' + percent(profile.measured_rate)
      + ' are (95 % interval ' + percent(range.low) + ' to ' + percent(range.high) + ').';
  }

  function head() {
    const pictures = summary.pictures.length;
    const withRegions = summary.pictures.filter(picture => picture.regions > 0).length;
    byId('counts').textContent = count(summary.inputs, 'input', 'inputs') + ', '
      + count(part.pictures, 'picture', 'pictures') + '; '
      + (part.pages.length > 1 ? 'of the ' + pictures + ' on this page ' : '')
      + count(withRegions, 'image has', 'images have') + ' regions for review above the threshold '
      + summary.options.threshold + '; ' + count(summary.problems.length, 'problem', 'problems')
      + '. Created by ' + summary.software.name + ' ' + summary.software.version + ', '
      + summary.finished + '.';
    if (part.pages.length > 1) {
      byId('pages').append('Pages, the highest scores first: ',
        ...part.pages.flatMap((page, i) =>
          [i === part.page ? element('b', {}, String(i + 1)) : element('a', {href: page}, String(i + 1)), ' ']));
    }
    byId('error-rates').append(...errorRates(summary.error_rates, summary.options));
    byId('profile').append(element('h3', {}, 'Calibration'), summary.options.profile
      ? element('p', {}, calibration(summary.options))
      : element('p', {}, 'No calibration profile was used: the threshold is ' + summary.options.threshold + '.'));
    if (summary.problems.length > 0) {
      byId('problems').append(element('h2', {}, 'Not analyzed'),
        table(['Input', 'Part', 'Reason'],
          summary.problems.map(problem => [problem.input, problem.part, problem.reason])));
    }
    const {pictures: left, problems: out, error_rates: rates, ...run} = summary;
    byId('run').append(table(null, leaves(run, '')));
  }

  function place(picture) {
    if (picture.page === undefined) return null;
    return (picture.places.length ? picture.places : [{page: picture.page}]).map(at => {
      if (!at.width) return 'page ' + at.page;
      /* By the area, which is the same for a picture that lies on its side. */
      const resolution = Math.round(72 * Math.sqrt(
        picture.width * picture.height / (at.width * at.height)));
      return 'page ' + at.page + ', ' + at.width.toFixed(0) + ' x ' + at.height.toFixed(0)
        + ' points at (' + at.x.toFixed(0) + ', ' + at.y.toFixed(0) + '), ' + resolution + ' pixels per inch';
    }).join('; ');
  }

  function provenance(card, picture) {
    const from = card.provenance;
    const rows = [['Size', picture.width + ' x ' + picture.height + ' pixels']];
    const add = (label, value) => value !== undefined && rows.push([label, value]);
    add('Format', from.format);
    if (picture.page !== undefined) add('Place', place(picture));
    if (from.jpeg_quality !== undefined) {
      add('JPEG quality', 'about ' + from.jpeg_quality + (from.standard_tables
        ? ', standard quantization tables' : ', custom quantization tables'));
    }
    rows.push(['Software', from.software || 'not named']);
    rows.push(['Color profile', from.colour_profile || 'none']);
    rows.push(['Embedded thumbnail', from.thumbnail ? 'yes; it may show an earlier state' : 'none']);
    const made = element('div', {}, element('h3', {}, 'File information'), table(null, rows));
    if (from.thumbnail) {
      made.append(element('img', {class: 'thumbnail', src: from.thumbnail, alt: 'embedded thumbnail'}));
    }
    if (from.quantisation) {
      made.append(element('details', {}, element('summary', {}, 'Quantization tables'),
        element('div', {class: 'tables'}, ...from.quantisation.map(values => element('pre', {},
          Array.from({length: 8}, (_, row) => values.slice(8 * row, 8 * row + 8)
            .map(value => String(value).padStart(3)).join(' ')).join('\n'))))));
    }
    return made;
  }

  function regions(card, picture) {
    const found = card.record.regions;
    const rows = found.map(region => [region.name, evidence(region), region.area, +region.mean.toFixed(3),
      +region.maximum.toFixed(3), region.x, region.y, region.width, region.height]);
    const made = table(['Region', 'Evidence', 'Area', 'Mean', 'Maximum', 'X', 'Y', 'Width', 'Height'], rows);
    if (found.length > 0) {
      made.tHead.rows[0].append(element('th', {}, 'Review'));
      found.forEach((region, i) => made.tBodies[0].rows[i].append(
        element('td', {}, reviewOf(regionKey(picture, region), region.name + ' of ' + name(picture.input)))));
    }
    return element('div', {}, element('h3', {}, 'Regions for review'), found.length === 0
      ? element('p', {}, sentence(noRegion(picture)) + '.') : made);
  }

  const sentence = words => words[0].toUpperCase() + words.slice(1);

  /* In a sentence: a; a and b; a, b, and c. */
  const listed = words => words.length < 3 ? words.join(' and ')
    : words.slice(0, -1).join(', ') + ', and ' + words[words.length - 1];

  /* What speaks for a region; beside other evidence stands what the network came to in the picture as it is. */
  function evidence({evidence: kinds, network_maximum: network}) {
    if (kinds === undefined) return '';
    const names = listed(kinds);
    return names === 'network' ? names : names + ' (the network alone: ' + network.toFixed(3) + ')';
  }

  /* Where only the minimum area keeps pixels from being a region, that is said. */
  function noRegion({above_threshold: above}) {
    const least = summary.options.min_area;
    return !above ? 'no region above the threshold'
      : 'no region for review: ' + count(above, 'pixel is', 'pixels are') + ' above the threshold, '
        + (above < least ? 'fewer than' : 'in areas smaller than') + ' the minimum area of ' + least;
  }

  const svg = (tag, attributes, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  /* Both parts of every pair side by side and upon one another, and where they stand. */
  function pairs(card, picture) {
    const found = card.record.copies || [];
    if (found.length === 0) return null;
    const part = (label, source) => element('figure', {},
      element('img', {src: source, alt: label}), element('figcaption', {}, label));
    return element('div', {}, element('h3', {}, 'Duplicated areas'),
      element('p', {class: 'full'}, 'Keys: F flickers between the two parts, D shows their difference, four times'
        + ' as strong. A genuine copy stands still and differs only in compression; a look-alike moves.'),
      ...found.map((pair, i) => {
        const look = card.pairs[i];
        const [one, other] = [pair.original, pair.copy];
        const box = (at, kind) => svg('rect',
          {x: at.x, y: at.y, width: at.width, height: at.height, class: kind});
        const map = svg('svg', {viewBox: '0 0 ' + picture.width + ' ' + picture.height},
          svg('image', {href: card.previews.picture, width: picture.width, height: picture.height}),
          ...look.lines.map(([x1, y1, x2, y2]) => svg('line', {x1, y1, x2, y2})),
          box(one, 'original'), box(other, 'copy'));
        return element('div', {class: 'pair'},
          element('p', {}, pair.words + '. Correlation ' + pair.correlation.toFixed(3) + ', '
            + count(pair.matched_points, 'matched point', 'matched points') + '.'),
          reviewOf(pairKey(picture, pair), pair.words),
          element('div', {class: 'looks'}, map,
            part(one.name, look.original), part(other.name + ', placed onto ' + one.name, look.copy),
            element('figure', {class: 'full'}, element('div', {class: 'upon'},
              element('img', {src: look.original, alt: one.name}),
              element('img', {class: 'over', src: look.copy, alt: other.name})),
              element('figcaption', {}, 'on top of each other'))));
      }));
  }

  /* Records of earlier versions know of no other evidence. */
  const evidenceOf = misfit => misfit.evidence || 'compression';

  /* What does not fit the rest, by one kind of evidence. */
  function misfits(card, picture, evidence, title, meaning) {
    const found = (card.record.misfits || []).filter(misfit => evidenceOf(misfit) === evidence);
    if (found.length === 0) return null;
    const made = table(['Part', 'It ...', 'Area', 'X', 'Y', 'Width', 'Height'], found.map(({words, part}) =>
      [part.name, words.slice(part.name.length + 1), part.area, part.x, part.y, part.width, part.height]));
    made.tHead.rows[0].append(element('th', {}, 'Review'));
    found.forEach((misfit, i) => made.tBodies[0].rows[i].append(element('td', {},
      reviewOf(misfitKey(picture, misfit), misfit.part.name + ' of ' + name(picture.input)))));
    return element('div', {}, element('h3', {}, title), element('p', {}, meaning), made);
  }

  const compression = (card, picture) => misfits(card, picture, 'compression', 'Compression',
    'The blocks of 8x8 pixels in the parts below were not JPEG-compressed as those of the rest of the'
    + ' picture were: these parts were added or changed after its last compression, or between two. Labels, arrows,'
    + ' and other harmless additions show up in the same way.');

  const seams = (card, picture) => misfits(card, picture, 'seams', 'Seams',
    'The rectangles below have straight seams on their sides, one pixel sharp, as a pasted selection has.'
    + ' Insets and panels that were put into the picture openly show up in the same way.');

  const grain = (card, picture) => misfits(card, picture, 'grain', 'Grain',
    'The parts below are smooth, but what is as bright elsewhere in the picture has grain, as if they had been'
    + ' painted over, filled, or smudged. Smooth things, such as a label in the color of the ground, show up in the'
    + ' same way.');

  /* What was looked at with its contrast turned up, for those who want to see it, too. */
  function contrast(card, picture) {
    const grounds = card.record.pictures[0].stretched_grounds || [];
    if (grounds.length === 0) return null;
    const done = grounds.map(({panel, words}) => (panel === undefined ? '' : 'panel ' + panel + ': ') + words).join('; ');
    const found = card.record.regions.filter(({evidence: kinds}) => kinds.includes('contrast'));
    const margin = Math.max(picture.width, picture.height) / 100;
    return element('div', {}, element('h3', {}, 'Contrast turned up'),
      element('p', {}, 'Where the ground is bright and even, the picture was also analyzed with its contrast turned'
        + ' up: traces that are too faint to see stand out then. '
        + (found.length === 0 ? 'No region was found only that way.' : 'Found only that way, wholly or in part, and'
          + ' outlined: ' + listed(found.map(region => region.name)) + '.'),
        element('span', {class: 'full'}, ' Key C shows every such picture that way, above.')),
      element('div', {class: 'looks'}, element('figure', {class: 'contrast'},
        svg('svg', {viewBox: '0 0 ' + picture.width + ' ' + picture.height, role: 'img', 'aria-label': done},
          svg('image', {href: card.previews.contrast, width: picture.width, height: picture.height}),
          ...found.map(({x, y, width, height}) => svg('rect',
            {x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin}))),
        element('figcaption', {}, sentence(done) + '. In Fiji, on an 8-bit image: Image > Adjust > Brightness/Contrast, Set.'))));
  }

  const reused = [];

  /* The same content in two pictures: side by side with its outlines, then one laid onto the other. */
  function reuse() {
    if (!byId('reuse').isConnected || !document.querySelector('script#reuse-data')) return;
    const {report, previews} = data('reuse-data');
    const section = byId('reuse');
    section.append(element('h2', {}, 'The same content in two pictures'),
      element('p', {}, report.pairs.length === 0
        ? 'No two of the ' + count(report.pictures, 'picture', 'pictures') + ' show the same content.'
        : count(report.pairs.length, 'pair', 'pairs') + ' among ' + count(report.pictures, 'picture', 'pictures')
          + (report.archive ? ' and ' + count(report.archived_pictures, 'picture', 'pictures') + ' in the archive '
            + report.archive : '')
          + ', the surest first. A pair says that two areas show the same content, not why: a figure may be'
          + ' shown twice for good reasons. Keys: F flickers between the two, D shows their difference.'
          + (previews.length < report.pairs.length ? ' The first ' + previews.length
            + ' are shown; reuse.csv lists all.' : '')));
    const whole = (place, source, kind) => element('figure', {},
      svg('svg', {viewBox: '0 0 ' + place.picture_width + ' ' + place.picture_height},
        svg('image', {href: source, width: place.picture_width, height: place.picture_height}),
        svg('polygon', {points: place.outline.map(corner => corner.join(',')).join(' '), class: kind})),
      element('figcaption', {}, [name(place.input), place.page === undefined ? '' : 'page ' + place.page,
        place.panel === undefined ? '' : 'panel ' + place.panel,
        place.archived === undefined ? '' : 'archived on ' + place.archived.date].filter(text => text).join(', ')));
    const part = (label, source) => element('figure', {},
      element('img', {src: source, alt: label}), element('figcaption', {}, label));
    section.append(...previews.map((look, i) => {
      const pair = report.pairs[i];
      const node = element('div', {class: 'pair reuse'},
        element('p', {}, pair.words + (pair.same_file ? '.' : '. Score ' + pair.score.toFixed(2) + ', correlation '
          + pair.correlation.toFixed(3) + ', ' + count(pair.matched_points, 'matched point', 'matched points') + '.')),
        reviewOf(reuseKey(pair), pair.words),
        element('div', {class: 'looks'}, whole(pair.first, look.first_picture, 'original'),
          whole(pair.second, look.second_picture, 'copy'),
          part('the part of the first', look.first), part('the second, laid onto it', look.second),
          element('figure', {class: 'full'}, element('div', {class: 'upon'},
            element('img', {src: look.first, alt: 'first'}),
            element('img', {class: 'over', src: look.second, alt: 'second'})),
            element('figcaption', {}, 'on top of each other'))));
      reused.push({node, score: pair.score, key: reuseKey(pair),
        words: [pair.words, pair.first.input, pair.second.input].join('\n').toLowerCase()});
      return node;
    }));
  }

  function flicker() {
    document.body.classList.remove('difference');
    document.body.classList.toggle('flicker');
  }

  function difference() {
    document.body.classList.remove('flicker');
    document.body.classList.toggle('difference');
  }

  function files(stem, card) {
    const link = ending => element('a', {href: encodeURIComponent(stem + ending)}, ending.slice(1));
    return element('p', {class: 'full record'}, 'In full size next to this report: ',
      ...['_overlay.png', '_mask.png', '_probability.tif', '_regions.csv', '_regions.zip',
        ...((card.record.copies || []).length ? ['_copies.csv'] : []), '.json']
        .flatMap(ending => [link(ending), ' ']));
  }

  /*
   * What a person made of the findings: marks by the hash of the input and the finding's place, so that they
   * survive another run. They are kept in this browser, and travel as a file that the next report includes.
   */
  const fileName = 'report-review.json';
  const store = 'sparsevit-review ' + location.pathname.replace(/[^/]*$/, '');
  const partOf = picture => (/(-a\d{2,})*(-p\d{3,}(-i\d{2,})?)?$/.exec(picture.stem) || [''])[0];
  const pictureKey = picture => picture.sha256 + (picture.page === undefined ? '' : partOf(picture));
  const boxOf = at => [at.x, at.y, at.width, at.height].join(',');
  const regionKey = (picture, region) => pictureKey(picture) + ' region ' + boxOf(region);
  const misfitKey = (picture, misfit) => [pictureKey(picture), evidenceOf(misfit), boxOf(misfit.part)].join(' ');
  const pairKey = (picture, pair) => pictureKey(picture) + ' pair ' + boxOf(pair.original) + ' ' + boxOf(pair.copy);
  const placeKey = place => place.sha256 + (place.page === undefined ? '' : ',' + place.page) + ',' + boxOf(place);
  const reuseKey = pair => placeKey(pair.first) + ' reuse ' + placeKey(pair.second);
  const marks = new Map();
  const shownMarks = new Map();
  /* Pictures with a mark on one of their findings: of the others no card need be read. */
  const touched = new Set();

  function set(key, now) {
    marks.set(key, now);
    if (key.includes(' ')) touched.add(key.split(' ')[0]);
  }

  const isMark = mark => mark !== null && typeof mark === 'object' && typeof mark.changed === 'string'
    && (mark.status === '' || Object.hasOwn(status, mark.status)) && typeof mark.note === 'string';

  /* The latest word on a finding counts, whoever said it. Returns how many were taken. */
  function merge(saved) {
    let taken = 0;
    for (const [key, mark] of Object.entries((saved || {}).marks || {})) {
      const known = marks.get(key);
      if (!isMark(mark) || (known && known.changed >= mark.changed)) continue;
      set(key, {status: mark.status, note: mark.note, about: String(mark.about || ''), changed: mark.changed});
      taken++;
    }
    return taken;
  }

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(store));
    } catch (unreadable) {
      return null;
    }
  }

  const saved = () => JSON.stringify({software: summary.software, marks: Object.fromEntries([...marks].sort())}, null, 1);

  function keep() {
    try {
      localStorage.setItem(store, saved());
      byId('kept').textContent = 'Kept in this browser; save to keep it with the report.';
    } catch (full) {
      byId('kept').textContent = 'This browser keeps nothing: save the review before you close the page.';
    }
  }

  function mark(key, about, change) {
    const now = {...(marks.get(key) || {status: '', note: ''}), ...change, about, changed: new Date().toISOString()};
    set(key, now);
    keep();
    for (const refresh of shownMarks.get(key) || []) refresh();
    filterSoon();
  }

  /* The control for one finding: what it is worth, a note, and the same in words for paper. */
  function reviewOf(key, about) {
    const choice = element('select', {ariaLabel: 'Review of ' + about},
      element('option', {value: ''}, 'not reviewed'),
      ...Object.entries(status).map(([value, words]) => element('option', {value}, words)));
    const note = element('input', {type: 'text', placeholder: 'note', ariaLabel: 'Note on ' + about});
    const words = element('span', {class: 'words'});
    const refresh = () => {
      const now = marks.get(key) || {status: '', note: ''};
      if (choice.value !== now.status) choice.value = now.status;
      if (note.value !== now.note) note.value = now.note;
      box.dataset.status = now.status;
      words.textContent = now.status || now.note
        ? 'Reviewed: ' + (status[now.status] || 'no decision') + (now.note ? '. ' + now.note : '') : '';
    };
    const box = element('span', {class: 'review'}, choice, note, words);
    choice.addEventListener('input', () => mark(key, about, {status: choice.value}));
    note.addEventListener('input', () => mark(key, about, {note: note.value}));
    shownMarks.set(key, [...(shownMarks.get(key) || []), refresh]);
    refresh();
    return box;
  }

  /* The keys of all findings of a picture. */
  const keysOf = entry => !touched.has(entry.key) ? [] : entry.keys || (entry.keys = [
    ...entry.card().record.regions.map(region => regionKey(entry.picture, region)),
    ...(entry.card().record.copies || []).map(pair => pairKey(entry.picture, pair)),
    ...(entry.card().record.misfits || []).map(misfit => misfitKey(entry.picture, misfit))]);
  const statusOf = key => (marks.get(key) || {status: ''}).status;
  const hasStatus = (entry, wanted) => [entry.key, ...keysOf(entry)].some(key => statusOf(key) === wanted);

  /* A picture is done with when it has a mark itself, or each of its findings has. */
  const isOpen = entry => !statusOf(entry.key)
    && (keysOf(entry).length === 0 || !keysOf(entry).every(statusOf));

  /* Marks whose findings another run no longer has are shown, so that no note is lost. */
  function leftover() {
    if (part.pages.length > 1) return;
    const present = new Set([...shownMarks.keys(), ...entries.flatMap(keysOf)]);
    const others = [...marks].filter(([key, now]) => !present.has(key) && (now.status || now.note));
    if (others.length === 0) return;
    byId('leftover').append(element('h2', {}, 'Earlier marks'),
      element('p', {}, 'Findings that were reviewed and are not in this report any more.'),
      table(['Finding', 'Review', 'Note'],
        others.map(([, now]) => [now.about, status[now.status] || 'no decision', now.note])));
  }

  function showReview() {
    for (const refreshes of shownMarks.values()) refreshes.forEach(refresh => refresh());
    filter();
  }

  function save() {
    const link = element('a', {href: URL.createObjectURL(new Blob([saved()], {type: 'application/json'})),
      download: fileName});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    byId('kept').textContent = 'Put ' + fileName + ' into the folder of this report; the next run includes it.';
  }

  async function add(file) {
    try {
      const other = JSON.parse(await file.text());
      if (typeof other.marks !== 'object') throw new TypeError('no marks');
      const taken = merge(other);
      keep();
      showReview();
      byId('kept').textContent = count(taken, 'mark', 'marks') + ' added from ' + file.name + '.';
    } catch (unreadable) {
      byId('kept').textContent = file.name + ' is not a saved review.';
    }
  }

  const carried = data('review');
  merge(carried.saved);
  merge(stored());

  const entries = summary.pictures.map((picture, index) => {
    const title = name(picture.input) + (picture.page === undefined ? '' : ', page ' + picture.page);
    const stage = element('div', {class: 'stage'});
    const more = element('details', {}, element('summary', {}, 'Details'));
    const node = element('article', {tabIndex: 0, id: 'picture-' + index}, stage,
      element('p', {class: 'title', title: picture.input}, title),
      element('p', {class: 'facts'}, element('span', {class: 'score'}, picture.score.toFixed(3)),
        ' highest probability' + alone(picture) + ', ' + (picture.regions === 0 ? noRegion(picture)
          : count(picture.regions, 'region', 'regions') + ' for review, ' + percent(picture.flagged))
        + (picture.copies ? ', ' + count(picture.copies, 'pair', 'pairs') + ' of parts that show the same' : '')
        + (picture.compression ? ', ' + count(picture.compression, 'part', 'parts') + ' with another JPEG history' : '')
        + (picture.seams ? ', ' + count(picture.seams, 'rectangle', 'rectangles') + ' with seams' : '')
        + (picture.grain ? ', ' + count(picture.grain, 'part', 'parts') + ' without grain' : ''),
        element('br'), picture.width + ' x ' + picture.height,
        ...picture.notes.flatMap(note => [element('br'), element('b', {class: 'note'}, 'Note: ' + note)])),
      reviewOf(pictureKey(picture), title), more);
    const entry = {picture, node, more, key: pictureKey(picture),
      words: [picture.input, title, picture.stem, picture.sha256].join('\n').toLowerCase()};
    stage.addEventListener('click', () => { more.open = !more.open; });
    more.addEventListener('toggle', event => {
      if (event.target !== more) return;
      node.classList.toggle('open', more.open);
      if (!more.open) return;
      explain(entry);
      node.scrollIntoView({block: 'nearest'});
    });
    entry.card = () => entry.parsed || (entry.parsed = data('card-' + index));
    entry.stage = stage;
    return entry;
  });

  /* A probability that other evidence has changed is not the network's own. */
  function alone({score, network_score: network}) {
    return network === undefined || network === score ? '' : ' (the network alone: ' + network.toFixed(3) + ')';
  }

  const byNode = new Map(entries.map(entry => [entry.node, entry]));

  /* Pictures are decoded when they come into view. */
  function fill(entry) {
    if (entry.stage.childElementCount > 0) return;
    const {previews} = entry.card();
    for (const layer of ['picture', 'contrast', 'heat', 'regions']) {
      if (!previews[layer]) continue;
      entry.stage.append(element('img', {class: layer, src: previews[layer],
        alt: layer + ' of ' + name(entry.picture.input), decoding: 'async'}));
    }
    if (previews.contrast) document.querySelector('#views [data-view=contrast]').hidden = false;
    const found = entry.card().record.pictures[0].panels || [];
    if (found.length > 0) entry.stage.append(panels(found, entry.picture));
  }

  /* The panels that were judged one by one, over the picture as the stage shows it. */
  function panels(found, {width, height}) {
    const letter = Math.max(width, height) / 28;
    return svg('svg', {class: 'panels', viewBox: '0 0 ' + width + ' ' + height, role: 'img',
      'aria-label': count(found.length, 'panel', 'panels')},
      ...found.flatMap(panel => [
        svg('rect', {x: panel.x, y: panel.y, width: panel.width, height: panel.height,
          class: panel.alone ? 'alone' : 'small'}),
        svg('text', {x: panel.x + letter / 4, y: panel.y + letter, 'font-size': letter}, panel.name)]));
  }

  function explain(entry) {
    if (entry.explained) return;
    entry.explained = true;
    const card = entry.card();
    entry.more.append(
      element('div', {class: 'columns'}, regions(card, entry.picture), provenance(card, entry.picture)),
      ...[contrast, pairs, compression, seams, grain].map(section => section(card, entry.picture)).filter(part => part !== null),
      files(entry.picture.stem, card),
      element('h3', {}, 'Run record'),
      element('pre', {class: 'record'}, JSON.stringify(card.record, null, 1)));
  }

  const hasFindings = ({regions, copies, compression, seams, grain = 0}) =>
    regions + copies + compression + seams + grain > 0;

  const orders = {
    findings: (a, b) => hasFindings(b.picture) - hasFindings(a.picture) || orders.score(a, b),
    score: (a, b) => b.picture.score - a.picture.score,
    flagged: (a, b) => b.picture.flagged - a.picture.flagged,
    regions: (a, b) => b.picture.regions - a.picture.regions,
    name: (a, b) => a.picture.input.localeCompare(b.picture.input, 'en', {numeric: true})
      || (a.picture.page || 0) - (b.picture.page || 0),
  };

  function arrange() {
    byId('gallery').replaceChildren(...[...entries].sort(orders[byId('sort').value]).map(entry => entry.node));
  }

  /* Whatever is not shown is not printed either. */
  function filter() {
    const words = byId('search').value.toLowerCase().split(/\s+/);
    const least = Number(byId('least').value);
    const wanted = byId('reviewed').value;
    byId('least-value').textContent = least.toFixed(2);
    let shown = 0;
    for (const entry of entries) {
      const fits = words.every(word => entry.words.includes(word)) && entry.picture.score >= least
        && (!byId('flagged').checked || hasFindings(entry.picture))
        && (!wanted || (wanted === 'open' ? isOpen(entry) : hasStatus(entry, wanted)));
      if (entry.node.hidden === fits) entry.node.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    let pairs = 0;
    for (const pair of reused) {
      const fits = words.every(word => pair.words.includes(word)) && pair.score >= least
        && (!wanted || (statusOf(pair.key) || 'open') === wanted);
      if (pair.node.hidden === fits) pair.node.hidden = !fits;
      pairs += fits ? 1 : 0;
    }
    const all = shown === entries.length && pairs === reused.length;
    byId('shown').textContent = (reused.length ? pairs + ' of ' + count(reused.length, 'pair', 'pairs') + ', ' : '')
      + shown + ' of ' + entries.length + ' shown';
    byId('filter').textContent = all ? '' : 'Shown: '
      + (reused.length ? pairs + ' of ' + count(reused.length, 'pair', 'pairs') + ', ' : '') + shown + ' of '
      + count(entries.length, 'image', 'images')
      + (least > 0 ? ', with a score of at least ' + least.toFixed(2) : '')
      + (byId('flagged').checked ? ', with findings' : '')
      + (wanted ? ', review: ' + byId('reviewed').selectedOptions[0].textContent : '')
      + (byId('search').value ? ', matching "' + byId('search').value + '"' : '') + '.';
  }

  /* Many events come while a slider moves; one answer in each frame is enough. */
  let waiting = false;
  function filterSoon() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; filter(); });
  }

  function show(view) {
    document.body.dataset.view = view;
    for (const button of document.querySelectorAll('#views button')) {
      button.setAttribute('aria-pressed', String(button.dataset.view === view));
    }
  }

  function step(direction) {
    const visible = [...byId('gallery').children].filter(node => !node.hidden);
    const now = visible.indexOf(document.activeElement.closest('article'));
    const next = visible[Math.max(0, Math.min(visible.length - 1, now + direction))];
    if (next) {
      next.focus({preventScroll: true});
      next.scrollIntoView({block: 'center'});
    }
  }

  const keys = {
    p: () => show('picture'), 1: () => show('picture'),
    o: () => show('overlay'), 2: () => show('overlay'),
    h: () => show('heat'), 3: () => show('heat'),
    c: () => show('contrast'), 4: () => show('contrast'),
    f: flicker, d: difference,
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    '/': () => byId('search').focus(),
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea')) return;
    const entry = event.target.matches('article')
      && entries.find(candidate => candidate.node === event.target);
    if (event.key === 'Enter' && entry) {
      entry.more.open = !entry.more.open;
    } else if (Object.hasOwn(keys, event.key)) {
      keys[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  });
  for (const id of ['search', 'least', 'flagged', 'reviewed']) byId(id).addEventListener('input', filterSoon);
  byId('sort').addEventListener('input', arrange);
  byId('save').addEventListener('click', save);
  byId('add').addEventListener('change', () => byId('add').files.length && add(byId('add').files[0]));
  for (const button of document.querySelectorAll('#views button')) {
    button.addEventListener('click', () => show(button.dataset.view));
  }

  /* On paper all is to be seen that a click would show, each document from a page of its own. */
  let opened = [];
  addEventListener('beforeprint', () => {
    filter();
    const printed = [...byId('gallery').children].map(node => byNode.get(node)).filter(entry => !entry.node.hidden);
    opened = printed.filter(entry => !entry.more.open);
    for (const entry of printed) {
      fill(entry);
      explain(entry);
      entry.more.open = true;
    }
    const documents = new Map();
    for (const entry of printed) {
      const input = entry.picture.input;
      if (!documents.has(input)) {
        documents.set(input, element('section', {class: 'document'},
          element('h2', {}, name(input)), element('p', {class: 'path'}, input)));
      }
      documents.get(input).append(entry.node);
    }
    byId('gallery').replaceChildren(...documents.values());
  });
  addEventListener('afterprint', () => {
    opened.forEach(entry => { entry.more.open = false; });
    arrange();
  });

  head();
  reuse();
  show('overlay');
  arrange();
  filter();
  leftover();
  if (carried.problem) byId('kept').textContent = carried.problem;
  const views = new IntersectionObserver(seen => seen.filter(view => view.isIntersecting)
    .forEach(view => fill(byNode.get(view.target))), {rootMargin: '800px'});
  entries.forEach(entry => views.observe(entry.node));
})();
