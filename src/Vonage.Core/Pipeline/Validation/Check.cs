using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Vonage.Core.Pipeline;

/// <summary>Validation methods that generated models call before a request is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>Checks that a field is set.</summary>
    public static void Required(string field, object? value)
    {
        if (value is null)
            throw Missing(field);
    }

    /// <summary>Checks that a text is set and not empty.</summary>
    public static void Required(string field, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw Missing(field);
    }

    /// <summary>Checks that an enum value is set.</summary>
    public static void Required<T>(string field, T value)
        where T : struct, IExtensibleEnum
    {
        if (string.IsNullOrEmpty(value.Value))
            throw Missing(field);
    }

    /// <summary>Checks that an enum value is set.</summary>
    public static void Required<T>(string field, T? value)
        where T : struct, IExtensibleEnum => Required(field, value.GetValueOrDefault());

    /// <summary>Checks that a time is set.</summary>
    public static void Required(string field, DateTimeOffset value)
    {
        if (value == default)
            throw Missing(field);
    }

    /// <summary>Checks that a time is set.</summary>
    public static void Required(string field, DateTimeOffset? value) => Required(field, value.GetValueOrDefault());

    /// <summary>Checks that the length of a text, in characters, is within its limits.</summary>
    public static void Length(string field, string? value, int min, int max)
    {
        if (value is null || (value.Length >= min && value.Length <= max && min <= 1))
            return;
        var length = Characters(value);
        if (length < min || length > max)
            throw new InvalidRequestException(field, $"must have {Bounds(min, max, int.MaxValue)} characters, but has {length}.");
    }

    /// <summary>Checks that a number is within its limits.</summary>
    public static void Range(string field, decimal? value, decimal min, decimal max)
    {
        if (value < min || value > max)
            throw new InvalidRequestException(field, $"must be {Bounds(min, max, decimal.MaxValue)}, but is {value.Value.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Checks that a duration, in the API's unit, is within its limits.</summary>
    public static void Duration(string field, TimeSpan? value, TimeSpan unit, decimal min, decimal max)
    {
        if (value is not { } duration)
            return;
        var units = (decimal)duration.Ticks / unit.Ticks;
        if (units < min || units > max)
            throw new InvalidRequestException(field, $"must be {Bounds(min, max, decimal.MaxValue)} {UnitName(unit)}, but is {units.ToString("0.###", CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Checks that a duration is a whole number of the API's units.</summary>
    public static void Whole(string field, TimeSpan? value, TimeSpan unit)
    {
        if (value is not { } duration || duration.Ticks % unit.Ticks == 0)
            return;
        var units = (decimal)duration.Ticks / unit.Ticks;
        throw new InvalidRequestException(field, $"must be a whole number of {UnitName(unit)}, but is {units.ToString("0.###########", CultureInfo.InvariantCulture)}. Round it, for example to {decimal.Ceiling(units).ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Checks that each duration of a list is a whole number of the API's units.</summary>
    public static void WholeItems(string field, IEnumerable<TimeSpan>? values, TimeSpan unit)
    {
        var i = 0;
        foreach (var value in values ?? [])
            Whole($"{field}[{i++}]", value, unit);
    }

    /// <summary>Checks that each duration of a dictionary is a whole number of the API's units.</summary>
    public static void WholeItems(string field, IDictionary<string, TimeSpan>? values, TimeSpan unit)
    {
        foreach (var value in values ?? new Dictionary<string, TimeSpan>())
            Whole($"{field}.{value.Key}", value.Value, unit);
    }

    /// <summary>Checks that the number of items is within its limits.</summary>
    public static void Count<T>(string field, IEnumerable<T>? value, int min, int max)
    {
        var count = value?.Count() ?? 0;
        if (count < min || count > max)
            throw new InvalidRequestException(field, $"must contain {Bounds(min, max, int.MaxValue)} {(min == 1 && max is 1 or int.MaxValue ? "item" : "items")}, but contains {count}.");
    }

    /// <summary>Checks that a text is a phone number in E.164 format: 7 to 15 digits, no plus sign, no leading zero.</summary>
    public static void E164(string field, string? value)
    {
        if (value is null)
            return;
        var good = value.Length is >= 7 and <= 15 && value[0] != '0';
        foreach (var c in value)
            good &= c is >= '0' and <= '9';
        if (!good)
            throw new InvalidRequestException(field, "must be a phone number in E.164 format: 7 to 15 digits that start with the country code, such as 447700900000 or +44 7700 900000. " + PhoneNumber.FaultOf(value));
    }

    /// <summary>Checks that each text of a list is a phone number, and replaces those in international format by their digits.</summary>
    public static void E164Items(string field, IList<string>? value)
    {
        for (var i = 0; i < value?.Count; i++)
        {
            var digits = PhoneNumber.Digits(value[i]);
            E164(string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", field, i), digits);
            if (digits != value[i])
                value[i] = digits;
        }
    }

    /// <summary>Validates an object.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The name refers to a JSON object.")]
    public static void Object(string field, IValidatable? value)
    {
        if (value is null)
            return;
        try
        {
            value.Validate();
        }
        catch (InvalidRequestException error)
        {
            throw error.Within(field);
        }
    }

    /// <summary>Validates each object of a list.</summary>
    public static void Each<T>(string field, IList<T>? values)
        where T : IValidatable
    {
        for (var i = 0; i < values?.Count; i++)
        {
            if (values[i] is not { } value)
                throw new InvalidRequestException($"{field}[{i}]", "is null. Remove it or set it.");
            try
            {
                value.Validate();
            }
            catch (InvalidRequestException error)
            {
                throw error.Within($"{field}[{i}]");
            }
        }
    }

    /// <summary>Validates each list of a list, by its place.</summary>
    public static void Each<T>(string field, IEnumerable<IList<T>>? values, Action<string, IList<T>> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var i = 0;
        foreach (var items in values ?? [])
            check($"{field}[{i++}]", items);
    }

    internal static void Body(ApiOperation operation, object content)
    {
        try
        {
            if (content is IValidatable model)
                model.Validate();
        }
        catch (InvalidRequestException error)
        {
            throw error.For(operation.Name);
        }
    }

    private static InvalidRequestException Missing(string field) => new(field, "is required. Set it.");

    private static string Bounds(decimal min, decimal max, decimal open) =>
        max >= open ? Format($"at least {min}") : min == max ? Format($"exactly {min}") : Format($"{min} to {max}");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string UnitName(TimeSpan unit) => unit.Ticks switch
    {
        TimeSpan.TicksPerMillisecond => "milliseconds",
        TimeSpan.TicksPerSecond => "seconds",
        TimeSpan.TicksPerMinute => "minutes",
        TimeSpan.TicksPerHour => "hours",
        _ => "days",
    };

    // JSON Schema counts characters (code points), not UTF-16 units.
    private static int Characters(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        return count;
    }
}
