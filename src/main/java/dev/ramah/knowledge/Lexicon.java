package dev.ramah.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;

/** Finds articles by their words (BM25), in memory. One document a text, so that long articles don't drown. */
final class Lexicon {

    // More than any article's share of the best; beyond them words say nothing.
    private static final int READ = 200;

    // What BM25 gives a word that stands once in a text of average length, over its idf: 1 / (1 + k1), k1 = 1.2.
    private static final double ONCE = 1 / 2.2;

    private final boolean english;
    private final Analyzer analyzer;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    Lexicon(String language) {
        // Lucene's own analyzer for Indonesian lost 6 points to the standard one.
        this.english = Languages.primary(language).equals("en");
        this.analyzer = english ? new EnglishAnalyzer() : new StandardAnalyzer();
        try {
            this.writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
            this.searchers = new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces these articles' texts; an empty list removes one. Counts in the next question. */
    void put(Map<String, List<String>> texts) {
        try {
            for (Map.Entry<String, List<String>> each : texts.entrySet()) {
                List<Document> documents = new ArrayList<>();
                for (String text : each.getValue()) {
                    documents.add(document(each.getKey(), documents.size(), text));
                }
                writer.updateDocuments(new Term("article", each.getKey()), documents);
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(String article, int number, String text) {
        Document document = new Document();
        document.add(new StringField("article", article, Field.Store.NO));
        document.add(new BinaryDocValuesField("article", new BytesRef(article)));
        document.add(new NumericDocValuesField("number", number));
        document.add(new TextField("text", text, Field.Store.NO));
        return document;
    }

    /** How much words add to the meaning of a sentence: the model knows English, so elsewhere words say more. */
    double trust() {
        return english ? 0.06 : 0.50;
    }

    boolean isEnglish() {
        return english;
    }

    /** By article, 0 to 1: 1 is a text with all of the question's words and few others. */
    Map<String, Double> search(String question) {
        return search(question, (article, number) -> false);
    }

    /** As if these texts, by article and their number in it, were not there. */
    Map<String, Double> search(String question, BiPredicate<String, Integer> without) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search(searcher, words(question), without);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> search(
            IndexSearcher searcher, Collection<String> words, BiPredicate<String, Integer> without) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        double highest = 0;
        for (String word : words) {
            Term term = new Term("text", word);
            highest += ONCE * weight(searcher.getIndexReader(), term);
            query.add(new TermQuery(term), BooleanClause.Occur.SHOULD);
        }
        Map<String, Double> scores = new HashMap<>();
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        // Nobody wants to know how many there are in all, so texts that can't be among the best aren't looked at.
        TopDocs best = searcher.search(query.build(), new TopScoreDocCollectorManager(READ, READ));
        for (ScoreDoc hit : best.scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            BinaryDocValues articles = DocValues.getBinary(leaf.reader(), "article");
            NumericDocValues numbers = DocValues.getNumeric(leaf.reader(), "number");
            int document = hit.doc - leaf.docBase;
            if (articles.advanceExact(document) && numbers.advanceExact(document)) {
                String article = articles.binaryValue().utf8ToString();
                if (!without.test(article, (int) numbers.longValue())) {
                    scores.putIfAbsent(article, Math.min(1, hit.score / highest));
                }
            }
        }
        return scores;
    }

    /** BM25's inverse document frequency (Robertson and Zaragoza 2009), as Lucene computes it. */
    private static double weight(IndexReader reader, Term term) throws IOException {
        int documents = reader.numDocs();
        int with = reader.docFreq(term);
        return Math.log(1 + (documents - with + 0.5) / (with + 0.5));
    }

    private Set<String> words(String question) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream("text", question)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        }
        return words.stream().limit(200).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
