package shop;

import io.github.isolation.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Tells the language of a text, with the model of 10 MB that OpenNLP publishes. */
final class Languages {

    private final LanguageDetectorME detector;

    Languages() {
        Path model = Isolation.fixture("langdetect").resolve("langdetect-183.bin");
        try {
            detector = new LanguageDetectorME(new LanguageDetectorModel(model.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("The language model " + model + " can not be read", e);
        }
    }

    String of(String text) {
        return detector.predictLanguage(text).getLang();
    }
}
