using System.ComponentModel;

namespace Vonage.Core.Pipeline;

/// <summary>A model that is sent as form fields.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFormContent
{
    /// <summary>Writes each field that is set.</summary>
    void WriteTo(FormWriter writer);
}

/// <summary>A model that is sent as the parts of a multipart body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMultipartContent
{
    /// <summary>Writes each part that is set.</summary>
    void WriteTo(MultipartWriter writer);
}
