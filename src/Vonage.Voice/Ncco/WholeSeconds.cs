using System.Globalization;
using Vonage.Core;

namespace Vonage.Voice;

/// <summary>Checks durations that the API represents as whole seconds.</summary>
internal static class WholeSeconds
{
    public static void Check(string field, TimeSpan? time)
    {
        if (time is { } set && set.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new InvalidRequestException(field, $"must be a whole number of seconds, but is {set.TotalSeconds.ToString("0.#######", CultureInfo.InvariantCulture)}.");
    }
}
