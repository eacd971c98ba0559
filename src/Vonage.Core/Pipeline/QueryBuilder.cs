using System.Text;

namespace Vonage.Core.Pipeline;

/// <summary>Writes and reads queries.</summary>
internal static class QueryBuilder
{
    public static void Append(StringBuilder builder, string name, string value)
    {
        if (builder.Length > 0)
            builder.Append('&');
        builder.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
    }

    /// <summary>Appends a value whose reserved characters stay as they are, except those that would end it or be read as others.</summary>
    public static void AppendReserved(StringBuilder builder, string name, string value)
    {
        if (builder.Length > 0)
            builder.Append('&');
        builder.Append(Uri.EscapeDataString(name)).Append('=');
        foreach (var c in value)
            if (":/?@!$'()*,;=".Contains(c))
                builder.Append(c);
            else
                builder.Append(char.IsSurrogate(c) ? c.ToString() : Uri.EscapeDataString(c.ToString()));
    }

    public static string Append(string query, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var builder = new StringBuilder(query);
        foreach (var parameter in parameters)
            Append(builder, parameter.Key, parameter.Value);
        return builder.ToString();
    }

    /// <summary>Gets the unescaped names and values of the parameters of a query.</summary>
    public static List<KeyValuePair<string, string>> Parse(string query)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var pair in query.Split('&'))
        {
            if (pair.Length == 0)
                continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair.Substring(0, equals);
            var value = equals < 0 ? string.Empty : pair.Substring(equals + 1);
            parameters.Add(new(Unescape(name), Unescape(value)));
        }

        return parameters;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
