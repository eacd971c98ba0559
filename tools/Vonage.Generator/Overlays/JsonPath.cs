using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Overlays;

/// <summary>
/// A JSONPath (RFC 9535): names, wildcards, indexes, slices, descendants and filters. What a filter's expression says, Newtonsoft.Json
/// decides, which finds the members of lists only: here, a filter looks at the members of objects, too.
/// </summary>
internal sealed class JsonPath
{
    private readonly string _path;
    private int _at;

    private JsonPath(string path) => _path = path;

    /// <summary>Finds what a path leads to, each value once, in the document's order.</summary>
    /// <exception cref="FormatException">The path cannot be read.</exception>
    public static IReadOnlyList<JToken> Select(JToken root, string path) => new JsonPath(path).Select(root);

    private List<JToken> Select(JToken root)
    {
        if (!Takes('$'))
            throw Fault("it begins with '$'");
        List<JToken> found = [root];
        while (_at < _path.Length)
        {
            var isDeep = _path.AsSpan(_at).StartsWith("..");
            _at += isDeep ? 2 : _path[_at] == '.' ? 1 : 0;
            var from = isDeep ? [.. found.SelectMany(token => (token as JContainer)?.DescendantsAndSelf().Where(t => t is not JProperty) ?? [token])] : found;
            var select = Peek == '[' ? Brackets() : isDeep || _path[_at - 1] == '.' ? Name() : throw Fault("a name follows a dot or stands in brackets");
            found = [.. from.SelectMany(select).Distinct(ReferenceEqualityComparer.Instance).Cast<JToken>()];
        }
        return found;
    }

    private char Peek => _at < _path.Length ? _path[_at] : '\0';

    private Func<JToken, IEnumerable<JToken>> Name()
    {
        if (Takes('*'))
            return Children;
        var start = _at;
        while (Peek is not ('.' or '[' or ']' or ' ' or '\0'))
            _at++;
        return _at > start ? Member(_path[start.._at]) : throw Fault("a name is missing");
    }

    private Func<JToken, IEnumerable<JToken>> Brackets()
    {
        var selectors = new List<Func<JToken, IEnumerable<JToken>>>();
        do
        {
            _at++;
            SkipSpaces();
            selectors.Add(Peek switch
            {
                '*' => All(),
                '\'' or '"' => Member(Text()),
                '?' => Filter(),
                _ => Index(),
            });
            SkipSpaces();
        }
        while (Peek == ',');
        return Takes(']') ? token => selectors.SelectMany(select => select(token)) : throw Fault("']' is missing");
    }

    private Func<JToken, IEnumerable<JToken>> All()
    {
        _at++;
        return Children;
    }

    private Func<JToken, IEnumerable<JToken>> Index()
    {
        var start = _at;
        while (Peek is >= '0' and <= '9' or '-' or ':' or ' ')
            _at++;
        var parts = _path[start.._at].Split(':').Select(part => part.Trim()).ToArray();
        var numbers = parts.Select(part => part.Length == 0 ? null : int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? (int?)n : throw Fault("an index is a number")).ToArray();
        return numbers switch
        {
            [{ } index] => token => token is JArray list && (index < 0 ? list.Count + index : index) is var at and >= 0 && at < list.Count ? [list[at]] : [],
            [var first, var end] => token => Slice(token, first, end, 1),
            [var first, var end, var step] => token => Slice(token, first, end, step ?? 1),
            _ => throw Fault("a name in brackets stands in quotes"),
        };
    }

    private static IEnumerable<JToken> Slice(JToken token, int? first, int? end, int step)
    {
        if (token is not JArray list || step <= 0)
            return [];
        var from = first is < 0 ? Math.Max(0, list.Count + first.Value) : first ?? 0;
        var to = end is < 0 ? list.Count + end.Value : Math.Min(list.Count, end ?? list.Count);
        return list.Where((_, at) => at >= from && at < to && (at - from) % step == 0);
    }

    private Func<JToken, IEnumerable<JToken>> Filter()
    {
        var start = ++_at;
        var expression = new StringBuilder();
        for (var depth = 0; depth > 0 || Peek is not (']' or ',');)
            switch (Peek)
            {
                case '\0':
                    throw Fault("']' is missing after the filter");
                case '\'' or '"':
                    expression.Append('\'').Append(Text().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)).Append('\'');
                    break;
                case '$':
                    throw Fault("a filter with '$' is not supported: compare with '@'");
                case var c:
                    depth += c is '(' or '[' ? 1 : c is ')' or ']' ? -1 : 0;
                    expression.Append(c);
                    _at++;
                    break;
            }
        var filter = $"$[?({Bare(expression.ToString())})]";
        try
        {
            _ = new JArray().SelectToken(filter);
        }
        catch (JsonException)
        {
            throw Fault($"the filter '{_path[start.._at]}' cannot be read: comparisons, && and || are supported");
        }
        return token => Children(token).Where(child => new JArray(child.DeepClone()).SelectTokens(filter, errorWhenNoMatch: false).Any());
    }

    // Without parentheses around all of it.
    private static string Bare(string expression)
    {
        var bare = expression.Trim();
        var depth = 0;
        return bare.StartsWith('(') && bare.EndsWith(')') && bare[..^1].All(c => (depth += c == '(' ? 1 : c == ')' ? -1 : 0) > 0) ? bare[1..^1] : bare;
    }

    private string Text()
    {
        var quote = _path[_at];
        var text = new StringBuilder();
        for (_at++; Peek != quote; _at++)
        {
            if (Peek == '\\')
                _at++;
            text.Append(Peek is '\0' ? throw Fault("a quote is missing") : Peek);
        }
        _at++;
        return text.ToString();
    }

    private bool Takes(char c)
    {
        if (Peek != c)
            return false;
        _at++;
        return true;
    }

    private void SkipSpaces()
    {
        while (Peek == ' ')
            _at++;
    }

    private static Func<JToken, IEnumerable<JToken>> Member(string name) => token => token is JObject map && map[name] is { } value ? [value] : [];

    private static IEnumerable<JToken> Children(JToken token) => token is JObject map ? map.PropertyValues() : token is JArray list ? list : [];

    private FormatException Fault(string rule) => new($"'{_path}' is not a JSONPath, at character {_at + 1}: {rule}.");
}
