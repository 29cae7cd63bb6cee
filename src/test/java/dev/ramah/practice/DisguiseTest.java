package dev.ramah.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ramah.practice.Disguise.Known;
import dev.ramah.practice.Disguise.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who Sari and Tom are does not come through, however they or others write it, and what they want does. */
class DisguiseTest {

    private static final Known SARI = new Known(
            List.of("Sari Wijaya"),
            List.of("Bima", "Ana"),
            List.of("sari.wijaya@mail.example", "1042", "Jalan Mawar 12, Bandung", "0812-3456-7890"));

    private static final Known TOM =
            new Known(List.of("Tom O'Neill"), List.of("Bima", "Ana"), List.of("tom@mail.example", "KN-20261122-17"));

    /** A line; what must not be read in it afterwards, and what must. */
    private record Case(Known known, String language, String text, List<String> gone, List<String> stays) {}

    private static Case sari(String text, List<String> gone, String... stays) {
        return new Case(SARI, "id", text, gone, List.of(stays));
    }

    private static Case tom(String text, List<String> gone, String... stays) {
        return new Case(TOM, "en", text, gone, List.of(stays));
    }

    private static List<String> no(String... words) {
        return List.of(words);
    }

    private static final List<Case> CASES = List.of(
            sari("halo, saya Sari Wijaya mau tanya", no("sari", "wijaya"), "halo, saya", "mau tanya"),
            sari("ini sari, paket belum datang", no("sari"), "paket belum datang"),
            sari("SARI WIJAYA DI SINI", no("sari", "wijaya"), "DI SINI"),
            sari("pesanannya sarinya kak yang salah", no("sari"), "pesanannya", "yang salah"),
            sari("nama saya s a r i ya", no("s a r i"), "nama saya"),
            sari("S.W. sudah bayar", no("S.W"), "sudah bayar"),
            sari("atas nama Sari W.", no("sari", "w."), "atas nama"),
            sari("Sàri yang pesan", no("sàri", "sari"), "yang pesan"),
            sari("saya sariii, tolong ya", no("sari"), "tolong ya"),
            sari("ig saya sariwijaya88", no("sari", "wijaya", "88"), "ig saya"),
            sari("akunku sari_w", no("sari"), "akunku"),
            sari("s4ri yg kemarin", no("s4ri"), "yg kemarin"),
            sari("email saya sari.wijaya@mail.example", no("sari", "mail.example"), "email saya"),
            sari("sari dot wijaya at gmail dot com", no("sari", "wijaya", "gmail")),
            sari("sari.wijaya (at) gmail (dot) com ya kak", no("sari", "wijaya", "gmail")),
            sari("wa 0812-3456-7890 ya", no("3456", "7890"), "wa", "ya"),
            sari("nomor saya 0812 3456 7890", no("3456", "7890"), "nomor saya"),
            sari("+62 812 3456 7890 itu WA saya", no("3456", "7890"), "WA saya"),
            sari("0812 terus 3456 terus 7890", no("3456", "7890")),
            sari("kosong delapan satu dua tiga empat lima enam", no("delapan satu dua")),
            sari("pesanan 1042 belum sampai", no("1042"), "belum sampai"),
            sari("itu yang 1042 kak", no("1042"), "itu yang"),
            sari(
                    "alamat saya Jl. Mawar No. 12 RT 03/RW 05, Coblong, Bandung 40132",
                    no("mawar", "rt 03", "coblong", "40132"),
                    "alamat saya"),
            sari("kirim ke jl mawar no 12 bandung ya", no("mawar", "bandung"), "kirim ke"),
            sari("RT 03 RW 05 Kel. Dago Kec. Coblong", no("dago", "coblong", "03", "05")),
            sari("rumah di Gang Melati 7 dekat masjid", no("melati"), "rumah di"),
            sari("NIK saya 3273014101900003", no("3273014101900003"), "NIK saya"),
            sari("rek BCA 8610123456 a.n. Sari Wijaya", no("8610123456", "sari", "wijaya"), "rek BCA"),
            sari("resi JT1234567890 tidak bergerak", no("1234567890"), "tidak bergerak"),
            sari("saya lahir 12-03-1990", no("1990"), "saya lahir"),
            sari("suami saya Budi yang terima", no("budi"), "yang terima"),
            sari("tadi dibantu pak budi", no("budi"), "tadi dibantu"),
            sari("mobilnya B 1234 XYZ", no("1234", "xyz"), "mobilnya"),
            sari("Total Rp150.000, bayar 2 kali", no(), "Rp150.000", "2 kali"),
            sari("pesan 250gr pada 12/03/2026 jam 10.30", no(), "250gr", "12/03/2026", "10.30"),
            sari(
                    "kak paketnya dateng penyok, bu pesanannya rusak",
                    no(),
                    "kak paketnya dateng penyok, bu pesanannya rusak"),
            sari("makasih mas Joko", no("joko"), "makasih mas"),
            sari("mesinnya jalan terus tapi bocor", no(), "jalan terus tapi bocor"),
            sari("S\u200Bari di sini", no("sari", "s\u200Bari"), "di sini"),
            tom("Hi, this is Tom O'Neill", no("tom", "neill"), "this is"),
            tom("tom here again", no("tom"), "here again"),
            tom("my name is thomas baxter and i am angry", no("thomas", "baxter"), "my name is", "i am angry"),
            tom("T. O'Neill, if that helps", no("neill", "t. "), "if that helps"),
            tom("Ｔｏｍ ordered it", no("tom", "ｔｏｍ"), "ordered it"),
            tom("call me on +44 7911 123456", no("7911", "123456"), "call me on"),
            tom("(020) 7946 0958 is my number", no("7946", "0958"), "is my number"),
            tom("order KN-20261122-17 never came", no("20261122"), "never came", "KN-"),
            tom("kn2026112217 I mean", no("2026112217"), "I mean"),
            tom("card 4111 1111 1111 1111", no("1111 1111"), "card"),
            tom(
                    "Send it to 12 Baker Street, Flat 3, London NW1 6XE please",
                    no("baker", "flat 3", "london", "nw1"),
                    "Send it to",
                    "please"),
            tom("i live at 7 elm road", no("elm"), "i live at"),
            tom("my wife Caroline signed for it", no("caroline"), "signed for it"),
            tom("Thanks, Bima, you were great", no("bima"), "you were great"),
            tom("see https://shop.example/o?mail=tom@mail.example", no("tom", "shop.example"), "see"),
            tom("I am @tomoneill on the app", no("tomoneill"), "on the app"),
            tom("I paid $1,249.50 for it in 2024", no(), "$1,249.50", "2024"),
            tom("It holds 60 ml and 15 bar, and leaks since 3 days", no(), "60 ml", "15 bar", "3 days"));

    @TestFactory
    Stream<DynamicTest> whoTheyAreDoesNotComeThrough() {
        return CASES.stream()
                .map(each -> dynamicTest(each.text(), () -> {
                    String told = Disguise.all(each.known(), List.of(new Line(false, each.text())), each.language())
                            .get(0);
                    String small = told.toLowerCase(Locale.ROOT);
                    each.gone().forEach(word -> assertFalse(small.contains(word.toLowerCase(Locale.ROOT)), told));
                    each.stays().forEach(word -> assertTrue(told.contains(word), told));
                    assertEquals(
                            List.of(),
                            Disguise.of(each.known(), List.of(), each.language())
                                    .leftIn(List.of(told)),
                            told);
                }));
    }

    @Test
    void theSameThingHasTheSameStandInInEveryLine() {
        List<String> told = Disguise.all(
                SARI,
                List.of(
                        new Line(false, "Saya Sari, pesanan 1042, WA 0812-3456-7890"),
                        new Line(true, "Halo Sari, pesanan 1042 sedang dicek Bima"),
                        new Line(false, "sari lagi. hubungi +6281234567890 atau sari.wijaya@mail.example"),
                        new Line(true, "Baik, sari.wijaya@mail.example")),
                "id");
        String name = told.get(0).replaceAll("Saya (\\p{L}+),.*", "$1");
        assertTrue(told.get(1).startsWith("Halo " + name + ","), told.toString());
        assertTrue(told.get(2).startsWith(name.toLowerCase(Locale.ROOT) + " lagi"), told.toString());
        String order = told.get(0).replaceAll(".*pesanan (\\d+),.*", "$1");
        assertNotEquals("1042", order);
        assertTrue(told.get(1).contains("pesanan " + order), told.toString());
        String phone = told.get(0).replaceAll("\\D", "").substring(order.length() + 1);
        assertTrue(told.get(2).replaceAll("\\D", "").contains(phone), told.toString());
        String mail = told.get(3).replace("Baik, ", "");
        assertTrue(told.get(2).endsWith(mail), told.toString());
        assertFalse(told.get(1).contains("Bima"), told.toString());
    }

    @Test
    void theSamePlaceHasTheSameStandInHoweverItIsWritten() {
        String pattern = ".*(Jl\\. Contoh No\\. \\d+|\\d+ Example Street).*";
        List<String> mawar = places(
                "id",
                pattern,
                "kirim ke Jl. Mawar 12",
                "alamat saya Jalan Mawar No. 12, Bandung",
                "Jln mawar nomor 12",
                "jl mawar 12, RT 03, Coblong",
                "Jl. Mawar 14",
                "Jl. Melati 12");
        assertEquals(1, mawar.subList(0, 4).stream().distinct().count(), mawar.toString());
        assertEquals(3, mawar.stream().distinct().count(), mawar.toString());
        List<String> rose = places(
                "en",
                pattern,
                "I live at 12 Rose Street",
                "send it to 12 Rose St. please",
                "Flat 3, 12 rose street, London",
                "it was 14 Rose Street",
                "it was 12 Rose Rd.");
        assertEquals(1, rose.subList(0, 3).stream().distinct().count(), rose.toString());
        assertEquals(3, rose.stream().distinct().count(), rose.toString());
    }

    private static List<String> places(String language, String pattern, String... lines) {
        return Disguise.all(
                        new Known(List.of(), List.of(), List.of()),
                        Stream.of(lines).map(each -> new Line(false, each)).toList(),
                        language)
                .stream()
                .map(each -> each.replaceAll(pattern, "$1"))
                .toList();
    }

    /** Who is asked for a name or an address says just that. */
    @Test
    void answersToQuestionsForNamesAndPlacesAreReplacedAsAWhole() {
        List<String> told = Disguise.all(
                new Known(List.of(), List.of(), List.of()),
                List.of(
                        new Line(true, "May I have your name?"),
                        new Line(false, "julia stern"),
                        new Line(true, "And your address?"),
                        new Line(false, "Haus am See, Potsdam"),
                        new Line(false, "why do you ask, does julia matter?")),
                "en");
        String all = String.join("\n", told).toLowerCase(Locale.ROOT);
        List.of("julia", "stern", "haus", "potsdam").forEach(each -> assertFalse(all.contains(each), all));
        assertTrue(told.get(4).startsWith("why do you ask"), all);
    }

    /** A number that comes in pieces is a number. */
    @Test
    void aNumberInSeveralMessagesDoesNotComeThrough() {
        List<String> told = Disguise.all(
                SARI,
                List.of(
                        new Line(true, "Nomor telepon yang bisa dihubungi?"),
                        new Line(false, "0812"),
                        new Line(false, "3456"),
                        new Line(false, "7890")),
                "id");
        String all = String.join(" ", told);
        List.of("0812", "3456", "7890").forEach(each -> assertFalse(all.contains(each), all));
    }

    @Test
    void whatAManagerWritesIntoItIsLookedThroughAsWell() {
        Disguise disguise = Disguise.of(SARI, List.of(), "id");
        List<String> texts =
                new ArrayList<>(List.of("Kirana bertanya", "telepon Bu SARI", "nomor 1042", "sariwijaya di ig"));
        texts.add("tulis ke SARI.WIJAYA@mail.example");
        assertEquals(List.of(1, 2, 3, 4), disguise.leftIn(texts));
    }

    @Test
    void nobodyIsCalledAsSomebodyWhoIsKnown() {
        Known kirana = new Known(List.of("Kirana Samudra"), List.of("Banyu"), List.of());
        String told = Disguise.all(kirana, List.of(new Line(false, "saya Kirana Samudra")), "id")
                .get(0);
        assertFalse(told.contains("Kirana") || told.contains("Samudra") || told.contains("Banyu"), told);
    }
}
