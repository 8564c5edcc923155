/* Search. Reads the files of search/ that a query needs (build_tools/search writes them), ranks what it
   finds, shows places with why they matched. Scripts, not data, so that it works from file:// too. */
(() => {
  const ROOT = new URL("..", document.currentScript.src).href;
  const LONGEST_NAME = 8, SHOWN = 10, PLACES = 3, EXCERPT = 190, RANGE_FILES = 3;
  const PAUSE = 50;  // ms without a letter, then we look: half a word typed at once is no query
  const TITLE = [1, 1.4, 1.7, 3], PREFIX = 0.6, GUESS = 0.4, NAMED = 3, KEEP = 0.65;
  const KINDS = { term: 1.2, source: 0.5, page: 0.7 };  // a work or a page of help is seldom what is meant
  const TOKEN = /[\p{L}\p{N}\p{M}\p{Cf}]+/gu;

  /* Folding: the same as build_tools/search/folding.py */
  const SAME = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th",
    ي: "ی", ى: "ی", ئ: "ی", ك: "ک", ہ: "ه", ھ: "ه", ة: "ه",
  };
  const SOUNDS = [[/a[eiy]|e[iy]/g, "e"], [/ee|ie/g, "i"], [/oo|ou/g, "u"], [/q|ck/g, "k"], [/ph/g, "f"], [/w/g, "v"],
    [/y/g, "i"], [/(?<=[bcdgkptz])h/g, ""], [/(.)\1+/g, "$1"]];
  const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\0-\x7f]/gu, (one) => SAME[one] ?? one)
    .normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "");
  const words = (text) => fold(text).replace(/['’]s(?![\p{L}\p{N}])/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  const sound = (key) => SOUNDS.reduce((text, [pattern, plain]) => text.replace(pattern, plain), key);

  /* Files */
  const store = window.crSearch = Object.assign(window.crSearch ?? {}, { words, sound });
  const loads = {};
  const load = (file) => loads[file] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${ROOT}search/${file}`;
    script.onload = () => resolve(store[file.slice(0, -3)]);
    script.onerror = () => { delete loads[file]; reject(new Error(file)); };
    document.head.append(script);
  });
  let head, entryOf, starts;
  const start = async () => {
    if (head) return;
    const found = await load("index.js");
    starts = [];
    entryOf = new Uint32Array(found.places.length);
    found.sizes.reduce((at, size, entry) => {
      starts.push(at);
      entryOf.fill(entry, at, at + size);
      return at + size;
    }, 0);
    head = found;
  };
  const last = (part, key) => head[part].findLastIndex(([first]) => first <= key);
  const file = async (part, key) => {
    const at = last(part, key);
    return at < 0 ? undefined : load(head[part][at][1]);
  };
  const range = (part, key) => {
    const files = head[part].slice(Math.max(0, last(part, key)), last(part, `${key}\uffff`) + 1);
    return Promise.all(files.slice(0, RANGE_FILES).map(([, name]) => load(name)));
  };

  /* Looking up: a concept is one word of the query, or the words of one name */
  const decode = (deltas) => {
    let place = 0;
    return deltas.map((delta) => [place += delta >> 2, delta & 3]);
  };
  const score = (lists, factor = 1) => {
    const hits = new Map();
    for (const list of lists) {
      const idf = Math.log(1 + head.places.length / list.length);
      let place = 0;
      for (const delta of list) {  // a word may stand in most places: no pairs, as `decode` makes
        place += delta >> 2;
        const value = factor * idf * TITLE[delta & 3] / (1 + 0.12 * head.lengths[place]);
        if (!(hits.get(place) >= value)) hits.set(place, value);
      }
    }
    return hits;
  };
  const distance = (a, b) => {  // Damerau and Levenshtein, neighbours swapped counting once
    let before, row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
        if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length];
  };
  const nearest = (key, known) => {
    const most = key.length > 7 ? 2 : key.length > 3 ? 1 : 0;
    let best, least = most + 1;
    for (const one of known) {
      if (Math.abs(one.length - key.length) > most) continue;
      const far = distance(key, one);
      if (far < least) [best, least] = [one, far];
    }
    return best;
  };
  const names = async (key) => (await file("names", key))?.[key];
  const namesFrom = async (key) => {
    const files = await range("names", key);
    const found = files.flatMap((one) => Object.keys(one).filter((name) => name.startsWith(key)).flatMap((name) => one[name]));
    return [...new Set(found)].slice(0, 5);
  };
  const word = async (key, unfinished) => {
    const files = await range("words", key);
    const lists = (test) => files.flatMap((one) => [...new Set(Object.keys(one.words).filter(test).map((name) => one.at[one.words[name]]))]);
    const own = lists((name) => name === key);
    const begun = unfinished || !own.length ? lists((name) => name !== key && name.startsWith(key)) : [];
    const known = files.flatMap((one) => Object.keys(one.words));
    const like = (name) => name === key || begun.length && name.startsWith(key)
      || own.length && files.some((one) => name in one.words && own.includes(one.at[one.words[name]]));
    if (own.length || begun.length) return { hits: join(score(own), score(begun, PREFIX)), like };
    const guess = nearest(key, known);
    return guess ? { hits: score(lists((name) => name === guess), GUESS), like: (name) => name === guess, guess } : { hits: new Map(), like };
  };
  const join = (...maps) => {
    const [first = new Map(), ...rest] = maps.filter((one) => one.size);
    if (!rest.length) return first;
    const all = new Map(first);
    for (const map of rest) for (const [place, value] of map) all.set(place, Math.max(value, all.get(place) ?? 0));
    return all;
  };
  const both = (maps) => {
    const [first, ...rest] = maps;
    const all = new Map();
    for (const [place, value] of first) {
      if (rest.every((map) => map.has(place))) all.set(place, value + rest.reduce((sum, map) => sum + map.get(place), 0));
    }
    return all;
  };

  /* A run of words is the longest name that begins there, else a word */
  const split = async (tokens, typing) => {
    const found = [];
    for (let at = 0; at < tokens.length;) {
      let concept;
      for (let n = Math.min(LONGEST_NAME, tokens.length - at); n && !concept; n--) {
        const own = tokens.slice(at, at + n), key = own.join(""), end = at + n === tokens.length;
        const exact = await names(key);
        if (exact) concept = { tokens: own, key, terms: exact, exact: true };
        const begun = !exact && typing && end && key.length > 2 ? await namesFrom(key) : [];
        if (begun.length) concept = { tokens: own, key, terms: begun };
        if (!concept && key.length > 5) {
          const like = await names(`~${sound(key)}`);
          if (like) concept = { tokens: own, key, terms: like, exact: true };
        }
      }
      concept ??= { tokens: [tokens[at]], key: tokens[at], terms: [] };
      found.push(concept);
      at += concept.tokens.length;
    }
    return found;
  };
  const look = async (concept, typing) => {
    const common = concept.tokens.filter((one) => head.common.includes(one));
    const plain = await Promise.all(concept.tokens.filter((one) => !common.includes(one)).map((one, i, all) => word(one, typing && i === all.length - 1)));
    const guessed = plain.find((one) => one.guess);
    const renamed = guessed && !concept.terms.length && await names(guessed.guess);
    if (renamed) Object.assign(concept, { terms: renamed, exact: true });
    const whole = concept.tokens.length > 1 ? [(await word(concept.key, false))].filter((one) => !one.guess) : [];
    concept.said = new Map();
    concept.keys = new Set([concept.key]);
    const named = new Map();
    for (const term of concept.terms) {
      const one = (await file("terms", term))?.[term];
      if (!one) continue;
      if (concept.exact) one.keys.forEach((key) => concept.keys.add(key));
      decode(one.at).forEach(([place, times], i) => {
        named.set(place, Math.max(named.get(place) ?? 0, (concept.exact ? NAMED : NAMED * PREFIX) + times / 4));
        const [form, described] = one.forms[one.as[i]];
        if (form && words(form).join("") !== concept.key && !concept.said.has(place)) concept.said.set(place, { form, described });
      });
    }
    concept.guess = (renamed || !named.size) && guessed?.guess;
    const apart = plain.length && !(concept.exact && concept.tokens.some((one) => one.length < 3));  // not IS and K
    concept.hits = join(named, apart ? both(plain.map((one) => one.hits)) : new Map(), ...whole.map((one) => one.hits));
    if (named.size && guessed && !renamed) concept.hits = named;
    concept.like = (name) => apart && plain.some((one) => one.like(name));
    concept.weight = Math.log(1 + head.places.length / (concept.hits.size || 1));
    concept.common = common.length === concept.tokens.length;
  };

  const kindOf = (place) => head.kinds[head.places[place]];

  /* Ranking: an entry counts for how much of the query it covers, then for its best places */
  const find = async (query, typing) => {
    await start();
    const tokens = words(query);
    const concepts = await split(tokens, typing);
    for (const one of concepts) await look(one, typing && one === concepts.at(-1));
    const asked = concepts.filter((one) => !one.common);
    const entries = new Map();
    for (const concept of asked) {
      for (const [place, value] of concept.hits) {
        const entry = entryOf[place];
        if (!entries.has(entry)) entries.set(entry, { entry, places: new Map(), covers: new Set(), rank: 0 });
        const one = entries.get(entry);
        const at = one.places.get(place) ?? one.places.set(place, { place, value: 0, weight: 0, said: [] }).get(place);
        at.value += value;
        at.weight += concept.weight;
        if (concept.said.has(place)) at.said.push(concept.said.get(place));
        one.covers.add(concept);
      }
    }
    const total = asked.reduce((sum, one) => sum + one.weight, 0) || 1;
    const results = [...entries.values()];
    for (const one of results) {
      one.coverage = [...one.covers].reduce((sum, concept) => sum + concept.weight, 0) / total;
      one.places = [...one.places.values()].sort((a, b) => b.weight * b.value - a.weight * a.value || a.place - b.place);
      const [best, ...rest] = one.places;
      one.rank = (KINDS[kindOf(best.place)[0]] ?? 1) * one.coverage ** 3 * (best.value * (best.weight / total) + rest.slice(0, 4).reduce((sum, place) => sum + place.value, 0) / 5);
    }
    if (asked.length === 1) {
      asked[0].terms.forEach((term, i) => { if (entries.has(term)) entries.get(term).rank += (asked[0].exact ? 1e4 : 1e3) - i; });
    }
    const least = KEEP * results.reduce((most, one) => Math.max(most, one.coverage), 0);
    const kept = results.filter((one) => one.coverage >= least || asked.length > 2 && one.covers.size >= asked.length - 1);
    return { tokens, asked, results: kept.sort((a, b) => b.rank - a.rank || a.entry - b.entry) };
  };
  /* Showing */
  const make = (tag, className = "", ...inside) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
  const marks = (text, asked) => {  // where the words of the query stand, names as a whole
    const tokens = [...text.matchAll(TOKEN)].map((one) => ({ at: one.index, end: one.index + one[0].length, key: fold(one[0]) }));
    const found = [];
    for (let i = 0; i < tokens.length; i++) {
      let key = "", end = 0;
      for (let j = i; j < Math.min(tokens.length, i + LONGEST_NAME); j++) {
        key += tokens[j].key;
        if (asked.some((one) => one.keys.has(key))) end = j + 1;
      }
      if (!end && asked.some((one) => one.like(tokens[i].key))) end = i + 1;
      if (!end) continue;
      found.push([tokens[i].at, tokens[end - 1].end]);
      i = end - 1;
    }
    return found;
  };
  const excerpt = (text, asked) => {
    const found = marks(text, asked);
    let from = 0, to = text.length;
    if (text.length > EXCERPT * 1.3) {
      const near = ([at]) => found.filter(([other]) => other >= at && other < at + EXCERPT).length;
      const best = found.reduce((a, b) => (near(b) > near(a) ? b : a), found[0] ?? [0]);
      from = best[0] < EXCERPT / 2 ? 0 : text.lastIndexOf(" ", best[0] - EXCERPT / 4) + 1;
      to = text.indexOf(" ", from + EXCERPT);
      if (to < 0) to = text.length;
    }
    const shown = document.createDocumentFragment();
    if (from) shown.append("… ");
    let at = from;
    for (const [begin, end] of found) {
      if (begin < at || end > to) continue;
      shown.append(text.slice(at, begin), make("mark", "cr-found", text.slice(begin, end)));
      at = end;
    }
    shown.append(text.slice(at, to), to < text.length ? " …" : "");
    return shown;
  };
  const why = (said, shown) => said.filter(({ form }) => !shown.includes(form))
    .map(({ form, described }) => make("em", "cr-why", `${described ? "described as" : "as"} “${form}”`));
  const placeView = (entry, place, one, { asked }) => {
    const shown = make(place.at ? "a" : "span", "cr-place");  // what has no id of its own is where the title leads
    if (place.at) shown.href = `${ROOT}${entry.href.split("#")[0]}#${place.at}`;
    if (place.label) shown.append(make("b", "", place.label), " ");
    if (place.quote) shown.append(make("q", "", excerpt(place.quote, asked)), " ");
    shown.append(excerpt(place.text ?? "", asked));
    const reasons = why(one.said, shown.textContent);
    return make("li", "", shown, ...reasons.flatMap((reason) => [" ", reason]));
  };
  const entryView = async (result, found) => {
    const entry = (await file("entries", result.entry))[result.entry];
    const kind = kindOf(starts[result.entry]);
    const title = make("a", "cr-hit-title", excerpt(entry.title, found.asked));
    title.href = ROOT + entry.href;
    const item = make("li", "cr-hit", make("p", "cr-hit-head", title, " ", make("small", "", entry.detail || kind[1])));
    item.dataset.kind = kind[0];
    const list = make("ul");
    const fill = (count) => list.replaceChildren(...result.places.slice(0, count).map((one) => placeView(entry, entry.places[one.place - starts[result.entry]], one, found)).filter((one) => one.textContent));
    fill(PLACES);
    item.append(list);
    const rest = result.places.length - PLACES;
    if (rest > 0) {
      const more = make("button", "cr-hit-more", `${rest} more ${rest === 1 ? "place" : "places"} here`);
      more.type = "button";
      more.onclick = () => {
        fill(result.places.length);
        list.children[PLACES].querySelector("a")?.focus();
        more.remove();
      };
      item.append(more);
    }
    return item;
  };

  let made = 0;
  const mount = (home, follow) => {
    const id = `cr-search-${made++}`;
    const input = Object.assign(make("input", "cr-query"), { type: "search", id, autocomplete: "off", spellcheck: false, enterKeyHint: "go", placeholder: "A name in any spelling, or words" });
    const label = Object.assign(make("label", "cr-vh", "Search"), { htmlFor: id });
    const kinds = make("div", "cr-pick cr-kinds");
    Object.assign(kinds, { role: "group", ariaLabel: "Show only" });
    const status = make("p", "cr-found-count");
    status.setAttribute("role", "status");
    const list = make("ol", "cr-hits");
    const more = Object.assign(make("button", "cr-more-hits", "More results"), { type: "button", hidden: true });
    home.replaceChildren(label, input, kinds, status, list, more);
    let turn = 0, kind = "", shown = SHOWN, found;

    const say = (count) => {
      if (!found.tokens.length) return "";
      const query = input.value.trim(), guesses = found.asked.filter((one) => one.guess);
      const guess = guesses.map((one) => `Nothing has “${one.key}”; shown is “${one.guess}”. `).join("");
      if (!found.asked.length) return `“${query}” stands almost everywhere; add another word.`;
      if (!count) return `Nothing found for “${query}”${kind ? " of this kind" : ""}. The glossary lists every name.`;
      const places = found.kept.reduce((sum, one) => sum + one.places.length, 0);
      return `${guess}${places} ${places === 1 ? "place" : "places"} in ${count} ${count === 1 ? "result" : "results"}`;
    };
    const offer = () => {
      const counts = {};
      for (const one of found.results) for (const { place } of one.places) counts[head.places[place]] = (counts[head.places[place]] ?? 0) + 1;
      const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
      const offered = [["", "All", all], ...head.kinds.map(([name, text], i) => [name, text, counts[i] ?? 0])];
      if (kind && !offered.some(([name, , count]) => name === kind && count)) kind = "";
      kinds.hidden = !all;
      kinds.replaceChildren(...offered.filter(([, , count]) => count).map(([name, text, count]) => {
        const choice = Object.assign(document.createElement("input"), { type: "radio", name: `${id}-kind`, checked: name === kind, value: name });
        choice.onchange = () => { kind = name; shown = SHOWN; show(++turn); };
        return make("label", "", choice, make("span", "", `${text} `, make("b", "", count)));
      }));
    };
    const show = async (mine) => {
      found.kept = found.results.map((one) => kind ? { ...one, places: one.places.filter(({ place }) => kindOf(place)[0] === kind) } : one).filter((one) => one.places.length);
      const views = await Promise.all(found.kept.slice(0, shown).map((one) => entryView(one, found)));
      if (mine !== turn) return;
      list.replaceChildren(...views);
      more.hidden = found.kept.length <= shown;
      status.textContent = say(found.kept.length);
      follow?.(input.value, kind);
    };
    let pause;
    const run = async (typing) => {
      clearTimeout(pause);
      const mine = ++turn;
      shown = SHOWN;
      try {
        const next = await find(input.value, typing);
        if (mine !== turn) return;
        found = next;
        offer();
        await show(mine);
      } catch {
        status.textContent = "The search could not be read. Load the page again.";
      }
    };
    const links = () => [...list.querySelectorAll("a")];
    input.oninput = () => {
      clearTimeout(pause);
      pause = setTimeout(run, PAUSE, true);
    };
    more.onclick = async () => {
      const at = list.children.length;
      shown += SHOWN;
      await show(++turn);
      list.children[at]?.querySelector("a").focus();
    };
    home.onkeydown = (event) => {
      const all = links(), at = all.indexOf(document.activeElement);
      if (event.key === "Enter" && event.target === input && !event.isComposing) {
        event.preventDefault();
        run(false).then(() => links()[0]?.click());
      } else if (event.key === "ArrowDown" && (at >= 0 || event.target === input)) {
        event.preventDefault();
        all[at + 1]?.focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (all[at - 1] ?? input).focus();
      }
    };
    start().catch(() => {});
    return { input, ask: (query, wanted = "") => { input.value = query; kind = wanted; return run(false); } };
  };

  /* On every page a dialog, on its own page a part of it */
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${ROOT}reader/search.css` });
  document.head.append(style);
  const page = document.getElementById("cr-search-page");
  let box;
  if (page) {
    const asked = new URLSearchParams(location.search);
    box = mount(page, (query, kind) => {
      const now = new URLSearchParams([["q", query], ["kind", kind]].filter(([, value]) => value));
      history.replaceState(history.state, "", `${location.pathname}${now.size ? `?${now}` : ""}`);
    });
    if (asked.get("q")) box.ask(asked.get("q"), asked.get("kind") ?? "");
    store.open = () => box.input.focus();
  } else {
    const dialog = make("dialog", "cr-search");
    dialog.ariaLabel = "Search";
    const bar = make("div", "cr-search-box");
    const close = Object.assign(make("button", "cr-search-close", "✕"), { type: "button", ariaLabel: "Close", onclick: () => dialog.close() });
    dialog.append(close, bar);
    dialog.onkeydown = (event) => {  // a field of a search keeps the first Escape for itself
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    };
    dialog.onclick = (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    };
    document.body.append(dialog);
    box = mount(bar);
    store.open = () => {
      dialog.showModal();
      box.input.focus();
      box.input.select();
    };
  }
})();
