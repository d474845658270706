package io.github.isolation.maven.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** The part of a page's data that says what would help. */
final class HelpData {
    private final JsonWriter out;

    private HelpData(JsonWriter out) {
        this.out = out;
    }

    static void write(WhatWouldHelp help, JsonWriter out) throws IOException {
        new HelpData(out).help(help);
    }

    private void help(WhatWouldHelp help) throws IOException {
        out.beginObject();
        out.name("advice").value(help.advice());
        out.name("measured").value(help.measured());
        out.name("asItWas");
        prediction(help.asItWas());
        out.name("others").beginArray();
        for (Prediction other : help.others()) {
            prediction(other);
        }
        out.endArray();
        out.name("longest").value(help.longest());
        out.name("floor").value(help.floor());
        out.name("forks").beginArray();
        for (ForkShare share : help.forks()) {
            share(share);
        }
        out.endArray();
        out.name("kept").beginArray();
        for (KeptWaiting kept : ReportData.first(help.keptWaiting())) {
            kept(kept);
        }
        out.endArray();
        out.endObject();
    }

    private void prediction(Prediction prediction) throws IOException {
        out.beginObject();
        out.name("name").value(prediction.name());
        out.name("millis").value(prediction.millis());
        out.name("isLowerBound").value(prediction.isLowerBound());
        out.endObject();
    }

    private void share(ForkShare share) throws IOException {
        out.beginObject();
        out.name("fork").value(share.fork());
        out.name("starting").value(share.starting());
        out.name("testing").value(share.testing());
        out.name("waiting").value(share.waiting());
        out.name("between").value(share.between());
        out.name("idle").value(share.idle());
        out.endObject();
    }

    private void kept(KeptWaiting kept) throws IOException {
        out.beginObject();
        out.name("className").value(kept.className());
        out.name("worker").value(kept.worker());
        out.name("fork").value(kept.fork());
        out.name("inClass").value(kept.inClass());
        out.name("leaving").value(kept.leaving());
        out.name("things").beginArray();
        for (String thing : kept.things()) {
            out.value(thing);
        }
        out.endArray();
        out.endObject();
    }
}
