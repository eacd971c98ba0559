using System.Formats.Asn1;
using System.Security.Cryptography;
using Vonage.Core;

namespace Vonage;

/// <summary>Reads an RSA private key from PEM text (RFC 7468) or from a PEM file. Errors describe the problem without showing the key.</summary>
internal static class PemKeyReader
{
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    // Longer than a path and shorter than a key.
    private const int LongestName = 260;

    // What ends like this is meant as the name of a file; anything else may be a misplaced secret, and is not shown.
    private static readonly string[] Extensions = [".pem", ".key", ".p8", ".pk8", ".der", ".txt"];

    public static RsaPrivateKey Read(string textOrPath)
    {
        if (string.IsNullOrWhiteSpace(textOrPath))
            throw new InvalidCredentialsException("The private key is empty. Specify PEM text (-----BEGIN PRIVATE KEY----- …) or the path of a PEM file.");
        return textOrPath.Contains(Begin) ? ReadText(textOrPath) : ReadFile(textOrPath.Trim());
    }

    public static RsaPrivateKey ReadFile(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The platform's exception contains the path, too.
            throw IsNameOfFile(path)
                ? new InvalidCredentialsException($"The private key cannot be read from the file '{path}': {(File.Exists(path) ? "it cannot be read" : "the file does not exist")}. Specify PEM text, which starts with -----BEGIN, or the path of a PEM file.", error)
                : new InvalidCredentialsException("The private key is neither PEM text (there is no -----BEGIN … line) nor the path of a file that exists.");
        }

        return text.Contains(Begin) ? ReadText(text) : throw new InvalidCredentialsException($"The file '{path}' does not contain PEM text: there is no -----BEGIN … line.");
    }

    private static bool IsNameOfFile(string path) =>
        File.Exists(path) || (path.Length <= LongestName && path.IndexOf('\n') < 0 && Array.Exists(Extensions, extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)));

    private static RsaPrivateKey ReadText(string pem)
    {
        // In environment variables and JSON files, line breaks are often written as two characters.
        var text = pem.Replace("\\r", "\r").Replace("\\n", "\n");
        var block = FindKey(text);
        try
        {
            var der = Convert.FromBase64String(block.Content);
            return block.Label == "PRIVATE KEY" ? RsaKeyParser.ParsePkcs8(der) : RsaKeyParser.ParsePkcs1(der);
        }
        catch (FormatException error)
        {
            throw new InvalidCredentialsException("The text between the BEGIN and END lines of the private key is not valid Base64. Check that the key is complete.", error);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            throw new InvalidCredentialsException("The private key is valid Base64 but not a complete RSA key with two primes. Check that the key is complete.", error);
        }
    }

    private static (string Label, string Content) FindKey(string text)
    {
        string? other = null;
        for (var at = text.IndexOf(Begin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Begin, at + Begin.Length, StringComparison.Ordinal))
        {
            var labelStart = at + Begin.Length;
            var labelEnd = text.IndexOf(Dashes, labelStart, StringComparison.Ordinal);
            var label = labelEnd < 0 ? string.Empty : text.Substring(labelStart, labelEnd - labelStart);
            if (label is not ("PRIVATE KEY" or "RSA PRIVATE KEY"))
            {
                other ??= label;
                continue;
            }

            var start = labelEnd + Dashes.Length;
            var end = text.IndexOf(End + label + Dashes, start, StringComparison.Ordinal);
            if (end < 0)
                throw new InvalidCredentialsException($"The private key has no -----END {label}----- line. Check that the key is complete.");
            var content = text.Substring(start, end - start);
            if (content.Contains("ENCRYPTED"))
                throw Refuse("ENCRYPTED PRIVATE KEY");
            return (label, content);
        }

        throw Refuse(other ?? string.Empty);
    }

    private static InvalidCredentialsException Refuse(string label) => new(label switch
    {
        "ENCRYPTED PRIVATE KEY" => "The private key is encrypted with a passphrase. Decrypt it first: openssl pkcs8 -in key.pem -out decrypted.pem",
        "PUBLIC KEY" or "RSA PUBLIC KEY" => "This is a public key. Use the private key that was downloaded when the application was created.",
        "CERTIFICATE" => "This is a certificate. Use the private key that was downloaded when the application was created.",
        "EC PRIVATE KEY" => "The private key is an elliptic-curve (EC) key, but Vonage applications sign with RSA keys (RS256). Use the key that was downloaded when the application was created.",
        "OPENSSH PRIVATE KEY" => "The private key is in the OpenSSH format. Convert it to PEM first: ssh-keygen -p -m PEM -f key",
        _ => "The PEM text does not contain a private key: there is no -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY----- line.",
    });
}
