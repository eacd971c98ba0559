using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

internal static class JsonText
{
    /// <summary>Reads the reader's current scalar as text, whether the server sent a string, a number or a Boolean, alone or in a list; null if there is none.</summary>
    public static string? Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.StartArray => First(reader),
        JsonToken.Null => null,
        _ => Single(reader),
    };

    private static string? First(JsonReader reader)
    {
        string? first = null;
        while (JsonRead.Next(reader) != JsonToken.EndArray)
        {
            if (first is null && reader.TokenType != JsonToken.Null)
                first = Single(reader);
            else
                reader.Skip();
        }

        return first;
    }

    private static string Single(JsonReader reader) => reader.Value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime or DateTimeOffset => ((IFormattable)reader.Value).ToString("o", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw Unexpected(reader),
    };

    private static UnreadableValueException Unexpected(JsonReader reader) => new($"A single value was expected at '{reader.Path}', not {reader.TokenType}.");

    /// <summary>Returns the value that was read for a member. A missing value is valid only if the member can be null.</summary>
    public static object? Fit<T>(T? value, JsonReader reader, Type type)
        where T : struct => value is not null || Nullable.GetUnderlyingType(type) is not null ? value : throw Unreadable(reader, type);

    /// <summary>Creates the error for a value of the wrong type. It names the path but not the value, which may be message content.</summary>
    public static UnreadableValueException Unreadable(JsonReader reader, string kind) => new($"The {reader.TokenType} at '{reader.Path}' cannot be read as {kind}.");

    public static UnreadableValueException Unreadable(JsonReader reader, Type type) => Unreadable(reader, (Nullable.GetUnderlyingType(type) ?? type).Name);
}
