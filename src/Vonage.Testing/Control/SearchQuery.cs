using System.Text;
using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>A search as mail programs have it: words, <c>"a phrase"</c>, <c>name:value</c>, and <c>-</c> before what must not be there.</summary>
internal sealed class SearchQuery
{
    private readonly List<(bool IsNot, string? Field, string Value)> _terms = [];

    public SearchQuery(string? text)
    {
        foreach (var word in Words(text ?? ""))
        {
            var isNot = word.Length > 1 && word[0] is '-' or '!';
            var term = isNot ? word[1..] : word;
            var colon = term.IndexOf(':', StringComparison.Ordinal);
            // A colon without a name before it, or without a value after it, is text.
            if (colon > 0 && colon < term.Length - 1 && term[..colon].All(char.IsAsciiLetter))
                _terms.Add((isNot, term[..colon].ToLowerInvariant(), term[(colon + 1)..]));
            else
                _terms.Add((isNot, null, term));
        }
    }

    public bool IsEmpty => _terms.Count == 0;

    public bool Matches(InboxMessage message) => Matches(
        field => field switch
        {
            "from" => [message.From],
            "to" => [message.To],
            "number" => [message.From, message.To],
            "channel" => [message.Channel],
            "type" => [message.MessageType],
            "api" => [message.Api],
            "status" => [message.Status],
            "code" => [message.Code],
            "id" => [.. message.MessageIds],
            "ref" => [message.ClientRef],
            "is" => [message.IsInbound ? "inbound" : "outbound", message.HasFailed ? "failed" : null, message.IsUnread ? "unread" : "read"],
            _ => null,
        },
        [message.Text, message.From, message.To, message.ClientRef]);

    public bool Matches(ReceivedRequest request) => Matches(
        field => field switch
        {
            "operation" => [request.Operation],
            "api" => [request.Spec],
            "method" => [request.Method],
            "http" or "status" => [$"{request.StatusCode}", $"{request.StatusCode / 100}xx"],
            "url" => [$"{request.Host}{request.Path}"],
            "is" => [request.AuthenticationError is not null || request.Violations.Count > 0 ? "refused" : null, request.StatusCode is 0 or >= 400 ? "failed" : null],
            _ => null,
        },
        [request.Operation, request.Host, request.Path, request.Body]);

    public bool Matches(SentWebhook sent) => Matches(
        field => field switch
        {
            "type" => [sent.Type.ToString()],
            "http" or "status" => [$"{sent.StatusCode}", $"{sent.StatusCode / 100}xx"],
            "url" => [sent.Url.OriginalString],
            "is" => [sent.IsAccepted ? "accepted" : "failed", sent.RepeatOf is null ? null : "repeated"],
            _ => null,
        },
        [sent.Type.ToString(), sent.Url.OriginalString, sent.Payload]);

    private bool Matches(Func<string, string?[]?> fields, string?[] texts) => _terms.TrueForAll(term =>
    {
        var values = term.Field is { } name ? fields(name) : null;
        // An unknown name is part of the text, such as that of a URL.
        var found = values is null
            ? texts.Any(text => text?.Contains(term.Field is null ? term.Value : $"{term.Field}:{term.Value}", StringComparison.OrdinalIgnoreCase) == true)
            : values.Any(value => value?.StartsWith(term.Value, StringComparison.OrdinalIgnoreCase) == true);
        return found != term.IsNot;
    });

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var (word, quoted) = (new StringBuilder(), false);
        foreach (var character in text)
        {
            if (character == '"')
                quoted = !quoted;
            else if (char.IsWhiteSpace(character) && !quoted)
                End();
            else
                word.Append(character);
        }
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }
}
