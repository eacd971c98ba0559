namespace Vonage.Core.Pipeline;

/// <summary>What a header that a caller adds must be like. The platform reports the same only while it sends, and like a broken connection.</summary>
internal static class HeaderRule
{
    /// <summary>Finds the rule that a header breaks; <see langword="null"/> if it breaks none. The text does not contain the value.</summary>
    public static string? FindError(string name, string? value)
    {
        if (!IsToken(name))
            return "is not a valid name of a header. Use letters, digits and hyphens.";
        if (value is null)
            return "is a header without a value. Set a value, or remove the header.";
        foreach (var c in value)
        {
            if (c is '\r' or '\n' or '\0')
                return "is a header whose value contains a line break. Remove the line break.";
            if (c is < ' ' and not '\t' or > '~')
                return "is a header whose value contains a character that is not printable ASCII. Remove or encode it.";
        }

        return IsOfTheMessage(name) ? "is a header that the client sets itself, according to the request. Remove it." : null;
    }

    private static bool IsToken(string name)
    {
        foreach (var c in name)
            if (c is not ((>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '!' or '#' or '$' or '%' or '&' or '\'' or '*' or '+' or '-' or '.' or '^' or '_' or '`' or '|' or '~'))
                return false;
        return name.Length > 0;
    }

    // Each of them says how the message is cut or where it goes.
    private static bool IsOfTheMessage(string name) =>
        name.ToUpperInvariant() is "CONTENT-LENGTH" or "HOST" or "KEEP-ALIVE" or "PROXY-CONNECTION" or "TE" or "TRAILER" or "TRANSFER-ENCODING" or "UPGRADE";
}
