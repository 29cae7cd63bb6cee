/**
 * Emoji by name, for `:smile` in the box and for the picker. Few on purpose: those that people who serve
 * customers use. Each has its names in English and Indonesian, which is how both find it.
 */
const names = `
😀 grin smile senyum · 😄 laugh happy tertawa senang · 😉 wink kedip · 😊 blush smile ramah malu · 🙂 slight-smile senyum · 😅 sweat-smile lega
😂 joy tertawa · 😍 love-eyes cinta · 🤗 hug peluk · 🤔 thinking pikir · 😐 neutral datar · 😕 confused bingung
😢 cry sedih · 😭 sob menangis · 😞 sad sedih · 😡 angry marah · 😱 scream kaget · 😴 sleep tidur
👍 thumbs-up yes jempol ya · 👎 thumbs-down no tidak · 👌 ok oke · 👏 clap tepuk · 🙏 thanks please terima-kasih tolong · 👋 wave hello hai halo
💪 strong kuat · 🤝 handshake deal setuju · ✌️ peace damai · 👀 look lihat · ❤️ heart love hati cinta · 💛 yellow-heart hati
🎉 party celebrate selamat · 🎁 gift hadiah · ⭐ star bintang · ✨ sparkles kilau · 🔥 fire api · 💯 hundred seratus
✅ check done selesai · ❌ cross wrong salah · ⚠️ warning awas · ❓ question tanya · 💡 idea ide · 📌 pin penting
📦 parcel package paket · 🚚 truck delivery kirim · ✉️ mail surat · 📞 phone telepon · 💳 card kartu · 💰 money uang
🕐 clock time waktu · 📅 calendar tanggal · 🔍 search cari · 🔧 wrench repair perbaiki · 🏠 home rumah · 🌧️ rain hujan
☕ coffee kopi · 🫘 beans biji · 🥛 milk susu · 🍰 cake kue · 🌱 plant tanaman · 🌞 sun matahari`

/** @type {{emoji: string, names: string[]}[]} */
export const emoji = names.trim().split(/\n|·/).map(each => {
  const [sign, ...known] = each.trim().split(' ')
  return { emoji: sign, names: known }
})

/** Those whose name begins with these letters first, then those that have them. */
export function emojiNamed(letters) {
  const wanted = letters.toLocaleLowerCase()
  const begins = emoji.filter(each => each.names.some(name => name.startsWith(wanted)))
  const has = emoji.filter(each => !begins.includes(each) && each.names.some(name => name.includes(wanted)))
  return [...begins, ...has]
}
