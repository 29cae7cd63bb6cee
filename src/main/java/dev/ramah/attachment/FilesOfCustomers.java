package dev.ramah.attachment;

import dev.ramah.platform.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of a customer for their export: what they are, and for some minutes where to save them. */
@ApplicationScoped
class FilesOfCustomers implements Exports {

    private final Attachments attachments;
    private final Addresses addresses;

    FilesOfCustomers(Attachments attachments, Addresses addresses) {
        this.attachments = attachments;
        this.addresses = addresses;
    }

    record File(
            UUID attachment,
            UUID conversation,
            Instant at,
            String name,
            String media,
            int size,
            String url,
            Instant until) {}

    @Override
    public String name() {
        return "files";
    }

    @Override
    public @Nullable Object export(UUID customer) {
        Instant end = addresses.end();
        List<File> files = attachments.ofCustomer(customer).stream()
                .map(each -> new File(
                        each.id,
                        each.conversation,
                        each.at,
                        each.name,
                        each.media,
                        each.size,
                        addresses.of(each.id, end),
                        end))
                .toList();
        return files.isEmpty() ? null : files;
    }
}
