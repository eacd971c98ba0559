using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Converts durations to and from a number of the API's units. Reads JSON numbers and numbers in strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DurationConverter : JsonConverter
{
    private readonly TimeSpan _unit;
    private readonly bool _asText;

    /// <summary>Initializes a new instance of the <see cref="DurationConverter"/> class.</summary>
    /// <param name="unit"><c>milliseconds</c>, <c>seconds</c>, <c>minutes</c>, <c>hours</c> or <c>days</c>.</param>
    /// <param name="asText"><see langword="true"/> to write the number as a JSON string.</param>
    public DurationConverter(string unit, bool asText = false)
    {
        _unit = unit switch
        {
            "milliseconds" => TimeSpan.FromMilliseconds(1),
            "seconds" => TimeSpan.FromSeconds(1),
            "minutes" => TimeSpan.FromMinutes(1),
            "hours" => TimeSpan.FromHours(1),
            "days" => TimeSpan.FromDays(1),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "The unit must be milliseconds, seconds, minutes, hours or days."),
        };
        _asText = asText;
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(TimeSpan) || objectType == typeof(TimeSpan?);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is not TimeSpan duration)
            writer.WriteNull();
        else if (_asText)
            writer.WriteValue(WireFormat.Text(duration, _unit));
        else
            Write(writer, duration, _unit);
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        JsonText.Fit(JsonRead.Duration(reader, _unit), reader, objectType);

    internal static void Write(JsonWriter writer, TimeSpan duration, TimeSpan unit)
    {
        if (duration.Ticks % unit.Ticks == 0)
            writer.WriteValue(duration.Ticks / unit.Ticks);
        else
            writer.WriteRawValue(WireFormat.Text(duration, unit));
    }

    internal static bool TryRead(string text, TimeSpan unit, out TimeSpan duration)
    {
        duration = default;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) || Math.Abs(count) > (decimal)TimeSpan.MaxValue.Ticks / unit.Ticks)
            return false;
        duration = TimeSpan.FromTicks((long)(count * unit.Ticks));
        return true;
    }
}
