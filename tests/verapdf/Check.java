import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Prints one line for each rule that a file breaks: file, profile, clause, message. Then "checked N". */
public class Check {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        int checked = 0;
        for (String file : files) {
            for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
                try (FileInputStream stream = new FileInputStream(file);
                        PDFAParser parser = foundry.createParser(stream, flavour);
                        PDFAValidator validator = foundry.createValidator(flavour, false)) {
                    List<String> seen = new ArrayList<>();
                    for (var result : validator.validateAll(parser)) {
                        checked++;
                        if (!result.isCompliant() && result.getTestAssertions().isEmpty()) {
                            System.out.println(String.join("\t", file, flavour.name(), "-", "not compliant"));
                        }
                        for (TestAssertion broken : result.getTestAssertions()) {
                            String line = String.join("\t", file, flavour.name(),
                                broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber(),
                                broken.getMessage());
                            if (broken.getStatus() == TestAssertion.Status.FAILED && !seen.contains(line)) {
                                seen.add(line);
                                System.out.println(line);
                            }
                        }
                    }
                }
            }
        }
        System.out.println("checked " + checked);
    }
}
