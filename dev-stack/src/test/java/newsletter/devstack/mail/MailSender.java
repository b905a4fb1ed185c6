package newsletter.devstack.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks SMTP word by word, so that nothing is changed on the way. */
record MailSender(DevMailbox mailbox) {

    /** Returns the reply that ended it: 250 if the mail was taken. */
    String send(String from, String to, byte[] dotStuffedData) throws IOException {
        try (var socket = new Socket(mailbox.smtpHost(), mailbox.smtpPort());
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            in.readLine();
            String reply = "";
            for (String line : new String[] { "HELO exford.example.org", "MAIL FROM:<" + from + ">",
                    "RCPT TO:<" + to + ">", "DATA" }) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                reply = in.readLine();
                if (!reply.startsWith("2") && !reply.startsWith("3")) {
                    return reply;
                }
            }
            out.write(dotStuffedData);
            out.write(".\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return in.readLine();
        }
    }

}
