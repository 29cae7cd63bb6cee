/**
 * The sections of the page, in their order: each an element in a file of its own, which loads and saves what it shows.
 * What has a page of its own where it is used (how bold the bot is, for one) is changed there.
 */
import { html } from 'lit'
import '../follow-ups/rule.js'
import '../webhooks/index.js'
import '../surveys/index.js'
import './article-hosts.js'
import './blocking.js'
import './changes.js'
import './digest.js'
import './goodwill.js'
import './hours.js'
import './relief.js'
import './routing.js'
import './targets.js'

export const sections = [
  { key: 'routing', title: 'Who gets whom', content: () => html`<ramah-routing-setting></ramah-routing-setting>` },
  { key: 'hours', title: 'Teams and hours', content: () => html`<ramah-hours-setting></ramah-hours-setting>` },
  { key: 'targets', title: 'Targets', content: () => html`<ramah-targets-setting></ramah-targets-setting>` },
  { key: 'relief', title: 'After hard conversations', content: () => html`<ramah-relief-setting></ramah-relief-setting>` },
  { key: 'blocking', title: 'Blocking visitors', content: () => html`<ramah-blocking-setting></ramah-blocking-setting>` },
  { key: 'follow-up', title: 'Follow-ups', content: () => html`<ramah-follow-up-rule></ramah-follow-up-rule>` },
  { key: 'surveys', title: 'Surveys', content: () => html`<ramah-surveys></ramah-surveys>` },
  { key: 'goodwill', title: 'Goodwill', content: () => html`<ramah-goodwill></ramah-goodwill>` },
  { key: 'pages', title: 'Pages by address', content: () => html`<ramah-article-hosts-setting></ramah-article-hosts-setting>` },
  { key: 'webhooks', title: 'Webhooks', content: () => html`<ramah-webhooks></ramah-webhooks>` },
  { key: 'digest', title: 'Digest', content: () => html`<ramah-digest-setting></ramah-digest-setting>` },
  { key: 'changes', title: 'Who changed what', content: () => html`<ramah-changes></ramah-changes>` },
]
