namespace Vonage.Generator.Specs;

/// <summary>A spec says something that the generator cannot turn into good code. The message names the place and the way out.</summary>
internal sealed class SpecException(string message) : Exception(message);
