namespace Utcp.Generators.CSharp.Names;

/// <summary>
/// Whether a property's name says what a type is when it stands alone: <c>Direction</c> and <c>ListType</c> do, <c>Data</c> and <c>Type</c> do not. Names of the framework
/// that every C# file imports do not either: a type of that name would have to be written in full.
/// </summary>
internal static class TellingWord
{
    private const int MinLength = 3;

    private static readonly HashSet<string> Speechless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Action", "Additional", "Args", "Argument", "Arguments", "Attribute", "Attributes", "Body", "Category", "Class", "Code", "Config", "Configuration", "Content", "Contents", "Context",
        "Data", "DataItem", "Definition", "Description", "Detail", "Details", "Element", "Entity", "Entry", "Error", "Event", "Extra", "Feature", "Field", "Fields", "Filter", "Flag", "Format", "Function",
        "Group", "Id", "Include", "Info", "Input", "Item", "Items", "Key", "Kind", "Level", "Link", "Links", "List", "Message", "Meta", "Metadata", "Method", "Mode", "Model", "Name", "Node",
        "Object", "Operation", "Operations", "Operator", "Option", "Options", "Output", "Owner", "Param", "Parameter", "Parameters", "Params", "Parent", "Part", "Payload", "Properties", "Property", "Query",
        "Reason", "Record", "Reference", "Request", "Resource", "Response", "Result", "Results", "Role", "Root", "Rule", "Schema", "Scope", "Settings", "Size", "Sort", "Source", "State", "Status", "Style", "Subject",
        "Tag", "Target", "Text", "Type", "Types", "Unit", "Update", "Value", "Values", "Version", "View",
    };

    private static readonly HashSet<string> Framework = new(StringComparer.OrdinalIgnoreCase)
    {
        "Activator", "AppContext", "Array", "ArraySegment", "Boolean", "Buffer", "Byte", "Char", "Comparer", "Comparison", "Console", "Convert", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Delegate",
        "Dictionary", "Directory", "Double", "Encoding", "Enum", "Enumerable", "Environment", "EventArgs", "EventHandler", "Exception", "File", "FileInfo", "Func", "Guid", "Half", "HashCode", "HashSet", "HttpClient", "HttpMethod",
        "Index", "Int32", "Int64", "Interlocked", "Lazy", "LinkedList", "Lock", "Math", "Memory", "Monitor", "Mutex", "Nullable", "Path", "PeriodicTimer", "Predicate", "Progress", "Queue", "Random", "Range",
        "Semaphore", "Single", "Span", "Stack", "Stream", "String", "Task", "Thread", "ThreadPool", "TimeOnly", "TimeSpan", "Timeout", "Timer", "TimeZone", "TimeZoneInfo", "Tuple", "Uri", "UriBuilder", "Volatile",
    };

    // What tools and habits put into a title that has nothing to say.
    private static readonly HashSet<string> SpeechlessTitles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Array", "Body", "Data", "Element", "Object", "Param", "Parameter", "Parameters", "Params", "Payload", "Properties", "Property", "Request", "Response", "Result", "Results", "Root",
        "Schema", "String",
    };

    /// <summary>Whether a property's name, in PascalCase, can stand alone.</summary>
    public static bool IsTelling(string word) =>
        word.Length >= MinLength && char.IsLetter(word[0]) && !Speechless.Contains(word) && !Framework.Contains(word) && !word.EndsWith("Item", StringComparison.Ordinal);

    /// <summary>Whether a PascalCase name is more than one word.</summary>
    public static bool HasSeveralWords(string word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a title, in PascalCase, is more than a habit.</summary>
    public static bool IsTellingTitle(string title) => !SpeechlessTitles.Contains(title);
}
