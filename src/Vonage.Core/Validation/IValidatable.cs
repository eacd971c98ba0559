namespace Vonage.Core;

/// <summary>A model that knows the rules of its fields.</summary>
public interface IValidatable
{
    /// <summary>Checks every field against the rules that the API documents.</summary>
    /// <exception cref="InvalidRequestException">A field breaks its rule.</exception>
    void Validate();
}
