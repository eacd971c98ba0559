using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Something in a spec that is wrong, or of which the generator cannot make good code.</summary>
/// <param name="Text">What it is, and the way out.</param>
/// <param name="Place">Where it is; null if it is no single place.</param>
internal sealed record Fault(string Text, Place? Place);

/// <summary>A spec says something that the generator cannot turn into good code. Each fault names the place and the way out.</summary>
internal sealed class SpecException(IReadOnlyList<Fault> faults) : Exception(faults[0].Text)
{
    /// <summary>Initializes the exception with one fault.</summary>
    /// <param name="text">What is wrong, and the way out.</param>
    /// <param name="at">The value that is wrong, or one near it.</param>
    public SpecException(string text, JToken? at = null)
        : this([new Fault(text, Place.Of(at))])
    {
    }

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>The spec's fault behind an error, if there is one: NSwag wraps what a template's values throw.</summary>
    public static SpecException? In(Exception? error) => error is null or SpecException ? (SpecException?)error : In(error.InnerException);
}
