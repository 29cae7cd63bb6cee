package dev.ramah.language;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.http.HttpClient;

/** The model that is configured, whoever provides it. */
final class ChatProviders {

    /** A reply is a few sentences; one that needs more is cut off and no reply. Anthropic wants to be told. */
    private static final int MOST_TOKENS = 2_048;

    private ChatProviders() {}

    static StreamingChatModel open(ChatConfig.Provider provider, ChatConfig config) {
        String name = config.model()
                .orElseThrow(
                        () -> new IllegalStateException("RAMAH_CHAT_PROVIDER is set: RAMAH_CHAT_MODEL is missing."));
        // Servers that need no key are sent one all the same: the protocols have no other way.
        String key = config.key().orElse("none");
        return switch (provider) {
            case OPENAI -> {
                var model = OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http(config))
                        .modelName(name)
                        .apiKey(key)
                        .strictJsonSchema(true);
                config.url().ifPresent(model::baseUrl);
                yield model.build();
            }
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http(config))
                        .modelName(name)
                        .baseUrl(config.url().orElse("http://localhost:11434"))
                        .timeout(config.timeout())
                        .build();
            case ANTHROPIC -> {
                var model = AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http(config))
                        .modelName(name)
                        .apiKey(key)
                        .maxTokens(MOST_TOKENS);
                config.url().ifPresent(model::baseUrl);
                yield model.build();
            }
            case GEMINI -> {
                var model = GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http(config))
                        .modelName(name)
                        .apiKey(key);
                config.url().ifPresent(model::baseUrl);
                yield model.build();
            }
        };
    }

    /** HTTP/1.1: what servers of one's own offer for HTTP/2 without TLS is often broken. */
    private static HttpClientBuilder http(ChatConfig config) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1))
                .connectTimeout(config.timeout())
                .readTimeout(config.timeout());
    }
}
