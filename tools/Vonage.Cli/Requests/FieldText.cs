using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Cli;

/// <summary>Makes values of the texts of options.</summary>
/// <param name="input">The standard input, which <c>-</c> stands for.</param>
internal sealed class FieldText(TextReader input)
{
    /// <summary>The value as JSON.</summary>
    public JToken ToJson(Field field, string text) => field.Kind switch
    {
        ValueKind.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : throw Wrong(field, "must be a whole number."),
        ValueKind.Number => Number(field, text),
        ValueKind.Flag => Flag(field, text),
        ValueKind.Json => Read(field, text),
        ValueKind.Text when field.Format is not null => Normal(field, text),
        ValueKind.Any when text.TrimStart().StartsWith('{') || text.TrimStart().StartsWith('[') => Read(field, text),
        _ => Known(field, text),
    };

    /// <summary>The value as text, for a path, a query, a header or a form.</summary>
    public static string ToText(Field field, string text)
    {
        var value = Normal(field, text);
        Check.Length(field.Path, value, field.MinLength ?? 0, field.MaxLength ?? int.MaxValue);
        if (field.IsPhone)
            Check.E164(field.Path, value);
        if (field is not { Minimum: null, Maximum: null } && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            Check.Range(field.Path, number, field.Minimum ?? decimal.MinValue, field.Maximum ?? decimal.MaxValue);
        return value;
    }

    /// <summary>The values of an option that takes several: given one by one, with commas between them, or as a JSON list.</summary>
    public static IEnumerable<string> Split(Field field, IEnumerable<string> texts) =>
        field.Kind is ValueKind.Json or ValueKind.Any or ValueKind.File ? texts : texts.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>JSON from a file, the standard input, or the command line itself.</summary>
    public JToken Read(Field field, string text) => ReadJson($"--{field.Name}", text);

    /// <inheritdoc cref="Read"/>
    public JToken ReadJson(string option, string text)
    {
        var json = text.TrimStart() is ['{' or '[', ..] ? text : ReadFile(option, text);
        try
        {
            return ApiJson.Deserialize(json, JsonRead.Item) ?? throw new UsageException($"{option} is empty. It must contain JSON.");
        }
        catch (JsonReaderException error)
        {
            throw new UsageException($"{option} is not JSON: see line {error.LineNumber}, position {error.LinePosition}.");
        }
        catch (JsonException)
        {
            throw new UsageException($"{option} is not JSON, or not complete.");
        }
    }

    /// <summary>The text of a file, or of the standard input.</summary>
    public string ReadFile(string option, string path)
    {
        if (path == "-")
            return input.ReadToEnd();
        var file = path.TrimStart('@');
        return File.Exists(file) ? File.ReadAllText(file) : throw new UsageException($"{option}: there is no file '{file}'. Write a file's path, - for the standard input, or JSON that begins with {{ or [.");
    }

    private static string Normal(Field field, string text) => field switch
    {
        { Kind: ValueKind.Whole } when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => throw Wrong(field, "must be a whole number."),
        { Kind: ValueKind.Number } => Number(field, text).ToString(CultureInfo.InvariantCulture),
        { Kind: ValueKind.Flag } => Flag(field, text) ? "true" : "false",
        { Format: { } format } when format is not ("unixtime" or "unixtime-ms") || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => Time(field, text, format),
        { IsPhone: true } => PhoneNumber.Digits(text)!,
        _ => Known(field, text),
    };

    // A comma is refused: it separates thousands for some people, and is the decimal point of others.
    private static decimal Number(Field field, string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(field, "must be a number with a decimal point, such as 1.5.");

    // The year comes first: which part of 01/02/2026 is the month depends on who reads it.
    private static string Time(Field field, string text, string format)
    {
        if (text.TrimStart().TakeWhile(char.IsAsciiDigit).Count() != 4 || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw Wrong(field, "must be a date or a time, such as 2026-01-31 or 2026-01-31T12:00:00Z.");
        return format switch
        {
            "date-time" => WireFormat.Text(time)!,
            "date" => WireFormat.Text(time, TimeText.Day)!,
            _ => WireFormat.Text(time, format)!,
        };
    }

    private static bool Flag(Field field, string text) => bool.TryParse(text, out var flag) ? flag : throw Wrong(field, "must be true or false.");

    // A documented value may be written in small letters, and one that is a list in any order. Others are sent as they are: an API may know more.
    private static string Known(Field field, string text)
    {
        if (field.Values.Contains(text, StringComparer.Ordinal))
            return text;
        var parts = Parts(text);
        var known = Array.Find(field.Values, value => value.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? Array.Find(field.Values, value => Parts(value).SetEquals(parts));
        if (known is null && field.IsDiscriminator)
            throw Wrong(field, $"must be one of {string.Join(", ", field.Values)}.{NearestName.Suggest(text, field.Values)}");
        return known ?? text;

        static HashSet<string> Parts(string value) => new(value.Split(','), StringComparer.OrdinalIgnoreCase);
    }

    private static InvalidRequestException Wrong(Field field, string rule) => new(field.Wire, rule);
}
