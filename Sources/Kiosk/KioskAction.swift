import Cells
import Indicators

/// An event that a kiosk takes.
public enum KioskAction: Sendable {
    case key(Key)
    /// A finger, or the first button of a mouse, came down.
    case press(Point)
    /// The finger or the button was lifted.
    case release(Point)
    case resize(Size)
    /// Time has passed; nothing else has happened.
    case tick
    /// The wall clock shows another minute; nil where it was never set.
    case clock(ClockFace?)
    /// A data set was read without errors.
    case data(Catalogue)
    /// A data set was read with errors: the one that is shown stays.
    case dataRefused
    /// The source of the data does not answer: the data that were read last stay.
    case sourceSilent
    /// The number that was tried is wrong.
    case numberWrong
    /// The survey that can be answered now; nil for none.
    case survey(Survey?)
    /// A sheet could not be kept: the survey ends.
    case surveyLost
    /// What is open could not be read aloud.
    case voiceLost
    /// The code that was to be made; nil where it could not be.
    case code(PhoneCode?)
}

/// A task that the kiosk asks its caller to do.
public enum KioskEffect: Hashable, Sendable {
    /// Try this as the operator's number.
    case tryNumber(String)
    /// Read this aloud.
    case speak(SpokenText)
    /// Make a code of this text.
    case makeCode(String)
    /// Keep these answers to the survey.
    case keep(SurveyAnswers)
}
