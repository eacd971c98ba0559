namespace Vonage.Generator.Specs;

/// <summary>A spec says something that the generator cannot turn into good code. The message names the place and the way out.</summary>
internal sealed class SpecException(string message) : Exception(message)
{
    /// <summary>The spec's fault behind an error, if there is one: NSwag wraps what a template's values throw.</summary>
    public static SpecException? In(Exception? error) => error is null or SpecException ? (SpecException?)error : In(error.InnerException);
}
