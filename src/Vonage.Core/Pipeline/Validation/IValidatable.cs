using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>A model that can validate its fields.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IValidatable
{
    /// <summary>Validates every field against the documented rules of the API.</summary>
    /// <exception cref="InvalidRequestException">A field violates a rule.</exception>
    void Validate();
}
