/**
 * A survey as the customer sees it: in the chat, which loads this file when it has something to ask, on the page behind a
 * link, and beside the builder. It imports nothing, so that it is a module of its own. Sizes are of the tokens and of em,
 * for a rem is what a shop's page makes of it.
 */

/** The highest marks of who is unhappy, who is asked what it was; the first of these that was answered says it. */
const LOW = { csat: 2, nps: 6, ces: 3 }

const words = {
  en: {
    title: 'How was it?', send: 'Send', sending: 'Sending…', optional: 'optional', skip: 'Skip', thanks: 'Thank you!', kept: 'Your answer is kept.',
    required: 'Please choose an answer.', yes: 'Yes', no: 'No', failed: 'It could not be sent. Try again.',
    already: 'This was answered already. Thank you!', ended: 'This question is not open any more.', loading: 'Opening the question',
    csat: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'], nps: ['Not at all likely', 'Extremely likely'], ces: ['Strongly disagree', 'Strongly agree'],
    tell: 'Tell me when it is fixed', tellHow: 'Once, in the chat or by mail.',
    cause: 'What was it about?', causes: { answer: 'The answer', wait: 'The wait', rule: 'Your rules', person: 'The person', product: 'The product' }
  },
  id: {
    title: 'Bagaimana pengalaman Anda?', send: 'Kirim', sending: 'Mengirim…', optional: 'opsional', skip: 'Lewati', thanks: 'Terima kasih!', kept: 'Jawaban Anda tersimpan.',
    required: 'Silakan pilih jawaban.', yes: 'Ya', no: 'Tidak', failed: 'Tidak dapat dikirim. Coba lagi.',
    already: 'Ini sudah dijawab. Terima kasih!', ended: 'Pertanyaan ini sudah ditutup.', loading: 'Membuka pertanyaan',
    csat: ['Sangat buruk', 'Buruk', 'Cukup', 'Baik', 'Sangat baik'], nps: ['Sangat tidak mungkin', 'Sangat mungkin'], ces: ['Sangat tidak setuju', 'Sangat setuju'],
    tell: 'Kabari saya kalau sudah diperbaiki', tellHow: 'Sekali saja, di obrolan atau lewat surel.',
    cause: 'Tentang apa?', causes: { answer: 'Jawabannya', wait: 'Waktu tunggu', rule: 'Aturan Anda', person: 'Petugasnya', product: 'Produknya' }
  },
  ar: {
    title: 'كيف كانت التجربة؟', send: 'إرسال', sending: 'جارٍ الإرسال…', optional: 'اختياري', skip: 'تخطٍّ', thanks: 'شكراً لك!', kept: 'حُفظت إجابتك.',
    required: 'يرجى اختيار إجابة.', yes: 'نعم', no: 'لا', failed: 'تعذّر الإرسال. حاول مرة أخرى.',
    already: 'تمت الإجابة عن هذا من قبل. شكراً لك!', ended: 'لم يعد هذا السؤال مفتوحاً.', loading: 'جارٍ فتح السؤال',
    csat: ['سيئة جداً', 'سيئة', 'مقبولة', 'جيدة', 'جيدة جداً'], nps: ['غير محتمل إطلاقاً', 'محتمل جداً'], ces: ['لا أوافق بشدة', 'أوافق بشدة'],
    tell: 'أخبروني عندما يُصلَح ذلك', tellHow: 'مرة واحدة، في المحادثة أو بالبريد الإلكتروني.',
    cause: 'بماذا كان يتعلق؟', causes: { answer: 'الإجابة', wait: 'الانتظار', rule: 'قواعدكم', person: 'الموظف', product: 'المنتج' }
  },
  de: {
    title: 'Wie war es?', send: 'Senden', sending: 'Wird gesendet…', optional: 'freiwillig', skip: 'Überspringen', thanks: 'Danke!', kept: 'Ihre Antwort ist gespeichert.',
    required: 'Bitte wählen Sie eine Antwort.', yes: 'Ja', no: 'Nein', failed: 'Es ließ sich nicht senden. Versuchen Sie es noch einmal.',
    already: 'Das wurde schon beantwortet. Danke!', ended: 'Diese Frage ist nicht mehr offen.', loading: 'Die Frage wird geöffnet',
    csat: ['Sehr schlecht', 'Schlecht', 'In Ordnung', 'Gut', 'Sehr gut'], nps: ['Sehr unwahrscheinlich', 'Sehr wahrscheinlich'], ces: ['Stimme gar nicht zu', 'Stimme ganz zu'],
    tell: 'Sagt mir, wenn es behoben ist', tellHow: 'Einmal, im Chat oder per E-Mail.',
    cause: 'Worum ging es?', causes: { answer: 'Die Antwort', wait: 'Das Warten', rule: 'Ihre Regeln', person: 'Die Person', product: 'Das Produkt' }
  },
  es: {
    title: '¿Qué tal ha ido?', send: 'Enviar', sending: 'Enviando…', optional: 'opcional', skip: 'Omitir', thanks: '¡Gracias!', kept: 'Su respuesta se ha guardado.',
    required: 'Elija una respuesta.', yes: 'Sí', no: 'No', failed: 'No se pudo enviar. Inténtelo de nuevo.',
    already: 'Esto ya se ha respondido. ¡Gracias!', ended: 'Esta pregunta ya no está abierta.', loading: 'Abriendo la pregunta',
    csat: ['Muy mal', 'Mal', 'Regular', 'Bien', 'Muy bien'], nps: ['Nada probable', 'Muy probable'], ces: ['Muy en desacuerdo', 'Muy de acuerdo'],
    tell: 'Avisadme cuando esté resuelto', tellHow: 'Una sola vez, en el chat o por correo.',
    cause: '¿De qué se trataba?', causes: { answer: 'La respuesta', wait: 'La espera', rule: 'Sus normas', person: 'La persona', product: 'El producto' }
  },
  fr: {
    title: 'Comment cela s’est-il passé ?', send: 'Envoyer', sending: 'Envoi…', optional: 'facultatif', skip: 'Passer', thanks: 'Merci !', kept: 'Votre réponse est enregistrée.',
    required: 'Choisissez une réponse.', yes: 'Oui', no: 'Non', failed: 'L’envoi n’a pas réussi. Réessayez.',
    already: 'Vous avez déjà répondu. Merci !', ended: 'Cette question n’est plus ouverte.', loading: 'Ouverture de la question',
    csat: ['Très mal', 'Mal', 'Moyen', 'Bien', 'Très bien'], nps: ['Très peu probable', 'Très probable'], ces: ['Pas du tout d’accord', 'Tout à fait d’accord'],
    tell: 'Prévenez-moi quand c’est réglé', tellHow: 'Une seule fois, dans le chat ou par e-mail.',
    cause: 'De quoi s’agissait-il ?', causes: { answer: 'La réponse', wait: 'L’attente', rule: 'Vos règles', person: 'La personne', product: 'Le produit' }
  },
  nl: {
    title: 'Hoe was het?', send: 'Versturen', sending: 'Versturen…', optional: 'niet verplicht', skip: 'Overslaan', thanks: 'Dank u!', kept: 'Uw antwoord is bewaard.',
    required: 'Kies een antwoord.', yes: 'Ja', no: 'Nee', failed: 'Versturen lukte niet. Probeer het opnieuw.',
    already: 'Dit is al beantwoord. Dank u!', ended: 'Deze vraag is niet meer open.', loading: 'De vraag wordt geopend',
    csat: ['Heel slecht', 'Slecht', 'Gaat wel', 'Goed', 'Heel goed'], nps: ['Heel onwaarschijnlijk', 'Heel waarschijnlijk'], ces: ['Helemaal oneens', 'Helemaal eens'],
    tell: 'Laat het me weten als het is opgelost', tellHow: 'Eén keer, in de chat of per e-mail.',
    cause: 'Waar lag het aan?', causes: { answer: 'Het antwoord', wait: 'Het wachten', rule: 'Uw regels', person: 'De persoon', product: 'Het product' }
  },
  pt: {
    title: 'Como foi?', send: 'Enviar', sending: 'Enviando…', optional: 'opcional', skip: 'Pular', thanks: 'Obrigado!', kept: 'Sua resposta está guardada.',
    required: 'Escolha uma resposta.', yes: 'Sim', no: 'Não', failed: 'Não foi possível enviar. Tente de novo.',
    already: 'Isto já foi respondido. Obrigado!', ended: 'Esta pergunta não está mais aberta.', loading: 'Abrindo a pergunta',
    csat: ['Muito ruim', 'Ruim', 'Mais ou menos', 'Bom', 'Muito bom'], nps: ['Nada provável', 'Muito provável'], ces: ['Discordo totalmente', 'Concordo totalmente'],
    tell: 'Avisem-me quando estiver resolvido', tellHow: 'Uma só vez, no chat ou por e-mail.',
    cause: 'Do que se tratava?', causes: { answer: 'A resposta', wait: 'A espera', rule: 'As suas regras', person: 'A pessoa', product: 'O produto' }
  }
}

/** What is said around the questions, in their language or else in English. */
export const wordsOf = language => words[language] ?? words.en

const look = `
.ask { display: grid; gap: var(--r-5); width: 100%; min-width: 0; text-align: start; font: 400 var(--r-text)/1.5 var(--r-font); color: var(--r-ink); }
.ask fieldset, .ask .ask-text { display: grid; gap: var(--r-2); min-width: 0; margin: 0; padding: 0; border: 0; }
.ask label { font: inherit; }
.ask legend, .ask label.ask-name { padding: 0 0 var(--r-2); font-weight: 650; line-height: 1.35; overflow-wrap: anywhere; }
.ask label.ask-name { padding: 0; }
.ask .ask-optional { color: var(--r-ink-2); font-weight: 400; }
.ask .ask-scale { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 4px; }
.ask .ask-scale.many { gap: 2px; }
.ask .ask-list { display: grid; gap: 6px; }
.ask .ask-short { display: flex; flex-wrap: wrap; gap: 6px; }
.ask .ask-pick { position: relative; display: block; cursor: pointer; }
.ask .ask-pick input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; margin: 0; padding: 0; opacity: 0; cursor: pointer; }
.ask .ask-pick span { display: grid; place-items: center; min-height: 44px; padding: 4px var(--r-2); border: 1px solid var(--r-line-strong);
  border-radius: var(--r-radius-s); background: var(--r-surface); font-variant-numeric: tabular-nums; font-weight: 600; text-align: center; overflow-wrap: anywhere; transition: background var(--r-quick); }
.ask .ask-scale.many span { padding: 4px 0; font-size: var(--r-text-s); }
.ask .ask-list span { justify-items: start; padding: var(--r-2) var(--r-3); text-align: start; font-weight: 400; }
.ask .ask-short span { padding: 4px var(--r-4); border-radius: var(--r-round); }
.ask .ask-pick:hover span { background: var(--r-sunken); }
.ask .ask-pick input:checked + span { background: var(--r-accent); border-color: var(--r-accent); color: var(--r-on-accent); font-weight: 700; }
.ask .ask-pick input:focus-visible + span { outline: 3px solid var(--r-focus); outline-offset: 2px; }
.ask .ask-ends { display: flex; justify-content: space-between; gap: var(--r-3); color: var(--r-ink-2); font-size: var(--r-text-s); }
.ask .ask-ends :last-child { text-align: end; }
.ask textarea { width: 100%; min-height: 5em; padding: var(--r-2) var(--r-3); border: 1px solid var(--r-line-strong); border-radius: var(--r-radius-s);
  background: var(--r-surface); color: inherit; font: inherit; resize: vertical; }
.ask textarea:focus-visible { outline: 3px solid var(--r-focus); outline-offset: 0; }
.ask .ask-wish { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: 0 var(--r-2); }
.ask .ask-wish input { width: 20px; height: 20px; min-height: 0; margin: 0; accent-color: var(--r-accent); cursor: pointer; }
.ask .ask-wish input:focus-visible { outline: 3px solid var(--r-focus); outline-offset: 2px; }
.ask .ask-wish label { display: flex; align-items: center; min-height: 44px; overflow-wrap: anywhere; cursor: pointer; }
.ask .ask-wish label + small { margin-top: calc(-1 * var(--r-2)); }
.ask .ask-wish small { grid-column: 2; color: var(--r-ink-2); font-size: var(--r-text-s); }
.ask .ask-wrong:empty { position: absolute; }
.ask .ask-wrong { margin: 0; color: var(--r-bad); font-size: var(--r-text-s); font-weight: 600; }
.ask .ask-foot { display: flex; flex-wrap: wrap; align-items: center; gap: var(--r-2) var(--r-4); }
.ask .ask-send { min-height: 44px; padding: 0 var(--r-5); border: 1px solid transparent; border-radius: var(--r-radius); background: var(--r-accent); color: var(--r-on-accent);
  font: 600 var(--r-text)/1.2 var(--r-font); cursor: pointer; }
.ask .ask-send:disabled { background: var(--r-sunken); color: var(--r-ink-2); cursor: default; }
.ask .ask-skip { min-height: 44px; padding: 0 var(--r-1); border: 0; background: none; color: var(--r-accent); font: 600 var(--r-text-s)/1.2 var(--r-font); text-decoration: underline; text-underline-offset: 2px; cursor: pointer; }
.ask .ask-send:focus-visible, .ask .ask-skip:focus-visible { outline: 3px solid var(--r-focus); outline-offset: 2px; }
.ask .ask-done { display: grid; gap: var(--r-1); margin: 0; font-weight: 650; }
.ask .ask-done small { color: var(--r-ink-2); font-size: var(--r-text-s); font-weight: 400; }
.ask [hidden] { display: none; }
@media (pointer: coarse) { .ask textarea { font-size: max(16px, var(--r-text)); } }
@media (forced-colors: active) {
  .ask .ask-pick input:checked + span { forced-color-adjust: none; background: Highlight; color: HighlightText; border-color: Highlight; }
  .ask .ask-send { border-color: ButtonText; }
}
`

let sheet

/** Radios and fields are told apart where several forms stand on one page. */
let forms = 0

/**
 * Puts the form into a place and gives back the element.
 *
 * @param shown the survey, as the server tells it in one language
 * @param send `({ answers, cause, tell }) => Promise`; what it fails with has a `status`
 * @param tell `(wanted) => Promise`, where what was said about being told may be changed; without `wanted` it only asks
 * @param done told once it is kept, or can't be any more
 * @param skip told when the customer would rather not; without it there is no such button
 */
export function mount(place, shown, how) {
  adopt(place.getRootNode())
  const element = form(shown, how)
  place.replaceChildren(element)
  return element
}

/** Puts there whether they want to hear when it is fixed: `wish` is as the server tells it, and `tell` as above. */
export function mountWish(place, wish, tell) {
  adopt(place.getRootNode())
  const element = make('div', { class: 'ask', lang: wish.language, dir: wish.direction }, keptWish(wordsOf(wish.language), wish.tell, tell))
  place.replaceChildren(element)
  return element
}

function adopt(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(look)
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

function form(shown, { send, done, skip, tell }) {
  const said = wordsOf(shown.language)
  const name = `ask${++forms}-`
  const fields = shown.questions.map((question, i) => field(question, said, name + i))
  const cause = causeField(said, `${name}cause`)
  const wish = wishField(said, `${name}tell`)
  const measure = Object.keys(LOW).map(kind => fields.find(({ question }) => question.kind === kind)).find(Boolean)
  const button = make('button', { type: 'submit', class: 'ask-send' }, said.send)
  const problem = make('p', { class: 'ask-wrong', role: 'alert' })
  const foot = make('div', { class: 'ask-foot' }, button)
  if (skip) {
    const leave = make('button', { type: 'button', class: 'ask-skip' }, said.skip)
    leave.addEventListener('click', skip)
    foot.append(leave)
  }
  const element = make('form', { class: 'ask', novalidate: '', lang: shown.language, dir: shown.direction })
  for (const each of fields) {
    element.append(each.element)
    if (each === measure) element.append(cause.element)
  }
  element.append(wish.element, problem, foot)

  const isLow = field => field?.value() !== undefined && field.value() <= LOW[field.question.kind]
  // Satisfaction says whether somebody is unhappy, or where it was not asked or answered the others do, in this order.
  const decides = () => Object.keys(LOW).map(kind => fields.find(({ question, value }) => question.kind === kind && value() !== undefined)).find(Boolean)
  cause.element.hidden = wish.element.hidden = true
  element.addEventListener('change', () => {
    cause.element.hidden = wish.element.hidden = !isLow(decides())
    for (const each of fields) if (each.value() !== undefined) each.wrong('')
  })

  element.addEventListener('submit', async event => {
    event.preventDefault()
    const missing = fields.filter(({ question, value }) => question.required && value() === undefined)
    for (const each of fields) each.wrong(missing.includes(each) ? said.required : '')
    if (missing.length) return missing[0].focus()
    const answers = Object.fromEntries(fields.map(({ question, value }) => [question.key, value()]).filter(([, value]) => value !== undefined))
    button.disabled = true
    button.textContent = said.sending
    problem.textContent = ''
    try {
      const low = isLow(decides())
      const wanted = low && wish.input.checked
      await send({ answers, cause: low ? cause.value() : undefined, tell: wanted || undefined })
      finish(element, said.thanks, said.kept, low && tell && keptWish(said, wanted, tell))
      done?.(said.thanks)
    } catch (refused) {
      const over = { 409: said.already, 403: said.ended, 404: said.ended }[refused.status]
      if (over) {
        const known = refused.status === 409 && await tell?.().catch(() => null)
        finish(element, over, null, known && known.tell != null && keptWish(said, known.tell, tell))
        done?.(over)
      } else {
        problem.textContent = said.failed
        button.disabled = false
        button.textContent = said.send
      }
    }
  })
  return element
}

/** What stands there when it is over has the focus that the button had. */
function finish(element, text, more, wish) {
  const told = make('p', { class: 'ask-done', role: 'status', tabindex: '-1' }, text)
  if (more) told.append(make('small', {}, more))
  element.replaceChildren(told, ...(wish ? [wish] : []))
  told.focus()
}

/** Only who was unhappy is asked. */
function wishField(said, id) {
  const input = make('input', { type: 'checkbox', id, 'aria-describedby': `${id}-how` })
  const element = make('div', { class: 'ask-wish' }, input,
    make('label', { for: id }, said.tell), make('small', { id: `${id}-how` }, said.tellHow))
  return { element, input }
}

/** The same once it is kept: each change is kept at once, and undone where that fails. */
function keptWish(said, wanted, tell) {
  const { element, input } = wishField(said, `ask${++forms}-kept`)
  const status = make('small', { role: 'status' })
  element.append(status)
  input.checked = wanted
  input.addEventListener('change', async () => {
    const wish = input.checked
    input.disabled = true
    const kept = await tell(wish).then(() => true, () => false)
    input.disabled = false
    if (!kept) input.checked = !wish
    status.textContent = kept ? said.kept : said.failed
    input.focus()
  })
  return element
}

function field(question, said, id) {
  if (question.kind === 'text') return textField(question, said, id)
  const options = {
    choice: () => question.options.map(({ key, text }) => ({ value: key, text })),
    yes_no: () => [{ value: 1, text: said.yes }, { value: 0, text: said.no }]
  }[question.kind]?.() ?? scale(question, said)
  const shape = { choice: 'ask-list', yes_no: 'ask-short' }[question.kind] ?? `ask-scale${options.length > 7 ? ' many' : ''}`
  const group = radios(question.text, { required: question.required, options, shape, id, said })
  const ends = endsOf(question, said)
  if (ends?.some(Boolean)) group.element.insertBefore(
    make('p', { class: 'ask-ends', 'aria-hidden': 'true' }, make('span', {}, ends[0]), make('span', {}, ends.at(-1))),
    group.element.lastChild
  )
  return { question, ...group }
}

/** What the ends of a scale mean: as its managers wrote, or in the words of the measure. */
const endsOf = ({ kind, ends }, said) => (ends?.length ? ends : said[kind])

/** The ends of a scale say what they mean, and of five marks each does. */
function scale(question, said) {
  const { min, max } = question
  const named = endsOf(question, said) ?? []
  return Array.from({ length: max - min + 1 }, (_, i) => {
    const meaning = named.length > 2 ? named[i] : i === 0 ? named[0] : min + i === max ? named[1] : ''
    return { value: min + i, text: String(min + i), label: meaning ? `${min + i}: ${meaning}` : null }
  })
}

function causeField(said, id) {
  const options = Object.entries(said.causes).map(([value, text]) => ({ value, text }))
  return radios(said.cause, { required: false, options, shape: 'ask-short', id, said })
}

function radios(question, { required, options, shape, id, said }) {
  const wrong = make('p', { class: 'ask-wrong', id: `${id}-wrong`, hidden: '' })
  const inputs = options.map(({ value, label }) => Object.assign(make('input', { type: 'radio', name: id, value, 'aria-label': label }), { answer: value }))
  const picks = options.map(({ text }, i) => make('label', { class: 'ask-pick' }, inputs[i], make('span', { dir: 'auto' }, text)))
  const legend = make('legend', { id: `${id}-name`, dir: 'auto' }, question, required ? '' : optional(said))
  const element = make('fieldset', { role: 'radiogroup', 'aria-labelledby': legend.id, 'aria-required': required ? 'true' : null }, legend, make('div', { class: shape }, ...picks), wrong)
  return {
    element,
    value: () => inputs.find(input => input.checked)?.answer,
    focus: () => inputs[0].focus(),
    wrong: text => mark(element, wrong, text)
  }
}

function textField(question, said, id) {
  const wrong = make('p', { class: 'ask-wrong', id: `${id}-wrong`, hidden: '' })
  const input = make('textarea', { id, maxlength: 1000, rows: 3, dir: 'auto', 'aria-required': question.required ? 'true' : null })
  const label = make('label', { class: 'ask-name', for: id, dir: 'auto' }, question.text, question.required ? '' : optional(said))
  return {
    question,
    element: make('div', { class: 'ask-text' }, label, input, wrong),
    value: () => input.value.trim() || undefined,
    focus: () => input.focus(),
    wrong: text => mark(input, wrong, text)
  }
}

const optional = said => make('span', { class: 'ask-optional' }, ` (${said.optional})`)

function mark(of, wrong, text) {
  wrong.textContent = text
  wrong.hidden = !text
  if (text) {
    of.setAttribute('aria-invalid', 'true')
    of.setAttribute('aria-describedby', wrong.id)
  } else {
    of.removeAttribute('aria-invalid')
    of.removeAttribute('aria-describedby')
  }
}

function make(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value)
  element.append(...children.filter(child => child !== ''))
  return element
}
