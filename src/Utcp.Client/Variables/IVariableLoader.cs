namespace Utcp.Client;

/// <summary>A source of variables (UTCP section 5). Asked at every call, so it should answer at once. Must be thread-safe.</summary>
public interface IVariableLoader
{
    /// <summary>The value of a variable, or null or "" when this source does not know it.</summary>
    /// <param name="name">The name, namespace included.</param>
    string? Find(string name);
}
