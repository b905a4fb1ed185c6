package newsletter.subscription;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import newsletter.personaldata.UnusableKeyset;

/** Says which key file we do not start with, and what to do, instead of a stack trace. */
class UnusableKeysetAnalyzer extends AbstractFailureAnalyzer<UnusableKeyset> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableKeyset cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Name usable key files in keys.address, keys.tags, keys.suppressions, keys.links, keys.forms and keys.receipts.",
                cause);
    }

}
